package org.multicloudmirror.storage;

import org.jspecify.annotations.Nullable;

/**
 * Repeats the requests that read or make buckets and pages, one key's place in a listing among them. Objects are not repeated here: a copy is got and put
 * again as a whole by its route.
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
    public boolean isListed(String bucket, String key) {
        return pages.of(() -> super.isListed(bucket, key));
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
