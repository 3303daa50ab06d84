package org.multicloudmirror.storage;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Repeats the requests that read or make buckets and pages. Objects are not repeated here: a copy is got and put
 * again as a whole by its route.
 */
public final class PageRetry extends ForwardingStore {

    private static final int ATTEMPTS = 5;

    private final Retry retry;

    /**
     * @param firstDelay before the second attempt; each further one waits three times as long
     */
    public PageRetry(ObjectStore store, Duration firstDelay) {
        super(store);
        this.retry = new Retry(ATTEMPTS, firstDelay);
    }

    @Override
    public ListingPage list(String bucket, String prefix, @Nullable String from) {
        return retry.of(() -> super.list(bucket, prefix, from));
    }

    @Override
    public ListingPage listAfter(String bucket, String prefix, String after, int most) {
        return retry.of(() -> super.listAfter(bucket, prefix, after, most));
    }

    @Override
    public boolean bucketExists(String bucket) {
        return retry.of(() -> super.bucketExists(bucket));
    }

    @Override
    public void createBucket(String bucket) {
        retry.of(() -> {
            super.createBucket(bucket);
            return bucket;
        });
    }
}
