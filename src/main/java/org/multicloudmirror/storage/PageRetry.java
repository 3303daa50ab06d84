package org.multicloudmirror.storage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Repeats the requests that read or make buckets and pages, that ask whether a key is there, and deletions. Objects are
 * not repeated here: a copy is got and put again as a whole by its route.
 */
public final class PageRetry extends ForwardingStore {

    /** Buckets are asked for while somebody waits to see a run begin, or to be told that an address is wrong. */
    private static final int BUCKET_FAILURES = 4;

    private final Retry pages;
    private final Retry buckets;

    /**
     * @param retry of a page
     */
    public PageRetry(ObjectStore store, Retry retry) {
        super(store);
        this.pages = retry;
        this.buckets = retry.withFailures(BUCKET_FAILURES);
    }

    @Override
    public ListingPage list(String bucket, String prefix, @Nullable String from) {
        return pages.of(() -> super.list(bucket, prefix, from));
    }

    @Override
    public ListingPage listAfter(String bucket, String prefix, String after, int most) {
        return pages.of(() -> super.listAfter(bucket, prefix, after, most));
    }

    @Override
    public Optional<ObjectEntry> listed(String bucket, String key) {
        return pages.of(() -> super.listed(bucket, key));
    }

    @Override
    public boolean isListed(String bucket, String key) {
        return pages.of(() -> super.isListed(bucket, key));
    }

    @Override
    public boolean exists(String bucket, String key) {
        return pages.of(() -> super.exists(bucket, key));
    }

    /** Deleting twice does no harm: what failed for now is deleted again, without the others. */
    @Override
    public Map<String, StoreException> delete(String bucket, List<String> keys) {
        Map<String, StoreException> failures = new LinkedHashMap<>();
        List<String> left = new ArrayList<>(keys);
        try {
            return pages.of(() -> deleteLeft(bucket, left, failures));
        } catch (StoreException e) {
            // it is among them
            return failures;
        }
    }

    /** Afterwards those are left that failed for now. */
    private Map<String, StoreException> deleteLeft(
            String bucket, List<String> left, Map<String, StoreException> failures) {
        Map<String, StoreException> failed;
        try {
            failed = super.delete(bucket, left);
        } catch (StoreException e) {
            left.forEach(key -> failures.put(key, e));
            throw e;
        }
        failures.keySet().removeAll(left);
        failures.putAll(failed);
        left.retainAll(transientOnes(failed));
        if (!left.isEmpty()) {
            throw failures.get(left.get(0));
        }
        return failures;
    }

    private static List<String> transientOnes(Map<String, StoreException> failures) {
        return failures.entrySet().stream()
                .filter(failure -> failure.getValue().isTransient())
                .map(Map.Entry::getKey)
                .toList();
    }

    @Override
    public List<String> buckets() {
        return pages.of(super::buckets);
    }

    @Override
    public boolean bucketExists(String bucket) {
        return buckets.of(() -> super.bucketExists(bucket));
    }

    @Override
    public void createBucket(String bucket) {
        buckets.of(() -> {
            super.createBucket(bucket);
            return bucket;
        });
    }
}
