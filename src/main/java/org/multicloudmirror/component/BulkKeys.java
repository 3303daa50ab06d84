package org.multicloudmirror.component;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.multicloudmirror.storage.ObjectEntry;

/** The keys of a bulk deletion. */
final class BulkKeys {

    private BulkKeys() {}

    /**
     * The whole keys that a body lists.
     *
     * @param body keys, each behind the prefix, or entries of a listing, whose keys are whole
     * @throws IllegalArgumentException when it is neither; a text is none, since a key may have line breaks
     */
    static List<String> of(@Nullable Object body, String prefix) {
        List<String> keys = new ArrayList<>();
        for (Object item : items(body)) {
            if (item instanceof ObjectEntry entry) {
                keys.add(entry.key());
            } else if (item instanceof String key) {
                keys.add(prefix + key);
            } else {
                throw refused(item);
            }
        }
        return keys;
    }

    private static Iterable<?> items(@Nullable Object body) {
        if (body instanceof Object[] array) {
            return Arrays.asList(array);
        }
        if (body instanceof Iterable<?> several) {
            return several;
        }
        throw refused(body);
    }

    private static IllegalArgumentException refused(@Nullable Object what) {
        return new IllegalArgumentException(
                Operation.BULK_DELETE + " needs a list as the body, of keys or of a listing's entries; this has "
                        + (what == null ? "nothing" : what.getClass().getName()));
    }
}
