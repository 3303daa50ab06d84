package org.multicloudmirror.driver;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.multicloudmirror.driver.quirk.VagueBulkDeletes;
import org.multicloudmirror.storage.BucketMissingException;
import org.multicloudmirror.storage.OutageException;
import org.multicloudmirror.storage.RejectedException;
import org.multicloudmirror.storage.StoreException;
import org.multicloudmirror.storage.ThrottledException;
import org.multicloudmirror.storage.UnreachableException;

/**
 * Many keys deleted in few requests, and the rest one by one: what a request for one cannot hold, and what the answer to
 * one does not name.
 *
 * @param limit the most keys of one request
 * @param canHold whether a request for several can name a key
 * @param together deletes some of a bucket's keys with one request
 * @param single deletes one
 * @param vague whether the store is known not to tell what it deleted
 */
public record BulkDeletion(
        int limit,
        Predicate<String> canHold,
        BiFunction<String, List<String>, BulkAnswer> together,
        BiConsumer<String, String> single,
        VagueBulkDeletes vague) {

    private static final Set<Integer> UNKNOWN = Set.of(404, 405, 501);

    /** In a row; a single one may be a slip, and the others may well be deleted. */
    private static final int OUTAGES = 2;

    /**
     * Whether a service refuses a request for several for being one, so that requests for each may do: it does not know
     * it, or not in this form.
     */
    public static boolean isRefused(int status, StoreException error) {
        return !(error instanceof BucketMissingException)
                && (UNKNOWN.contains(status) || error instanceof RejectedException);
    }

    /** What failed, by key. */
    public Map<String, StoreException> delete(String bucket, List<String> keys) {
        Map<String, StoreException> failures = new HashMap<>();
        Set<String> rest = new LinkedHashSet<>(keys);
        List<String> nameable = rest.stream().filter(canHold).toList();
        for (int from = 0; from < nameable.size() && !vague.isKnown(); from += limit) {
            List<String> some = nameable.subList(from, Math.min(nameable.size(), from + limit));
            BulkAnswer answer = together.apply(bucket, some);
            List<String> told = some.stream().filter(answer::isAbout).toList();
            if (told.isEmpty() && !answer.isUnderstood()) {
                vague.learn();
            }
            told.forEach(rest::remove);
            failures.putAll(answer.failures());
        }
        deleteSingly(bucket, rest, failures);
        return failures;
    }

    /** A store that does not answer, has enough for now or is down is not asked for each of the others, too. */
    private void deleteSingly(String bucket, Set<String> keys, Map<String, StoreException> failures) {
        StoreException lasting = null;
        int outages = 0;
        for (String key : keys) {
            StoreException failure = lasting == null ? failure(bucket, key) : lasting;
            if (failure != null) {
                failures.put(key, failure);
            }
            outages = failure instanceof OutageException ? outages + 1 : 0;
            if (failure instanceof UnreachableException
                    || failure instanceof ThrottledException
                    || outages == OUTAGES) {
                lasting = failure;
            }
        }
    }

    private @Nullable StoreException failure(String bucket, String key) {
        try {
            single.accept(bucket, key);
            return null;
        } catch (StoreException e) {
            return e;
        }
    }
}
