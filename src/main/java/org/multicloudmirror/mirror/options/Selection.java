package org.multicloudmirror.mirror.options;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.multicloudmirror.mirror.select.Age;
import org.multicloudmirror.mirror.select.Filters;
import org.multicloudmirror.mirror.select.KeyList;
import org.multicloudmirror.storage.ObjectEntry;

/**
 * Which objects are the run's business.
 *
 * @param minSize the smallest, in bytes, as listed
 * @param maxSize the largest object that is copied, in bytes
 * @param minAge how long ago it was last modified at least; null for any time
 * @param maxAge how long ago at most; null for any time
 * @param filters rules on keys
 * @param keys the only keys that it is about; null for all
 */
public record Selection(
        long minSize,
        long maxSize,
        @Nullable Age minAge,
        @Nullable Age maxAge,
        Filters filters,
        @Nullable KeyList keys) {

    /** Everything up to a size. */
    public Selection(long maxSize) {
        this(0, maxSize, null, null, Filters.NONE, null);
    }

    /** Whether no object that is equal is left out. */
    public boolean takesAll() {
        return filters.takeAll() && minSize <= 0 && minAge == null && maxAge == null && keys == null;
    }

    /** Whether the list of keys, if there is one, has this key, relative to the scenario's prefix. */
    public boolean names(String key) {
        return keys == null || keys.place(key) >= 0;
    }

    /**
     * Why an object is left out; empty when it is not.
     *
     * @param key relative to the scenario's prefix
     * @param now what ages are counted from
     */
    public Optional<String> exclusion(String key, ObjectEntry entry, Instant now) {
        Optional<String> byKey = filters.exclusion(key);
        if (byKey.isPresent()) {
            return byKey;
        }
        if (entry.size() < minSize) {
            return Optional.of("smaller than --min-size");
        }
        if (minAge != null && entry.lastModified().isAfter(now.minus(minAge.duration()))) {
            return Optional.of("younger than --min-age=" + minAge.text());
        }
        if (maxAge != null && entry.lastModified().isBefore(now.minus(maxAge.duration()))) {
            return Optional.of("older than --max-age=" + maxAge.text());
        }
        return Optional.empty();
    }
}
