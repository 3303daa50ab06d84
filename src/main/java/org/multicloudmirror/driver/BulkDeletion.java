package org.multicloudmirror.driver;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.multicloudmirror.storage.StoreException;

/**
 * Many keys deleted in few requests, and the rest one by one.
 *
 * @param limit the most keys of one request
 * @param canHold whether a request for several can name a key
 * @param together deletes some of a bucket's keys with one request: what failed, or empty when the service does not know
 *     such a request
 * @param single deletes one
 */
public record BulkDeletion(
        int limit,
        Predicate<String> canHold,
        BiFunction<String, List<String>, Optional<Map<String, StoreException>>> together,
        BiConsumer<String, String> single) {

    private static final Set<Integer> UNKNOWN = Set.of(404, 405, 501);

    /** Whether a service that answers so does not know the request. */
    public static boolean isUnknown(int status) {
        return UNKNOWN.contains(status);
    }

    /** What failed, by key. */
    public Map<String, StoreException> delete(String bucket, List<String> keys) {
        Map<String, StoreException> failures = new HashMap<>();
        List<String> nameable = keys.stream().filter(canHold).toList();
        List<String> others = new ArrayList<>(keys);
        others.removeAll(Set.copyOf(nameable));
        for (int from = 0; from < nameable.size(); from += limit) {
            List<String> some = nameable.subList(from, Math.min(nameable.size(), from + limit));
            together.apply(bucket, some).ifPresentOrElse(failures::putAll, () -> others.addAll(some));
        }
        for (String key : others) {
            try {
                single.accept(bucket, key);
            } catch (StoreException e) {
                failures.put(key, e);
            }
        }
        return failures;
    }
}
