package org.multicloudmirror.storage;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Repeats the requests that read or make buckets and pages. Objects are not repeated here: a copy is got and put
 * again as a whole by its route.
 */
public final class PageRetry extends ForwardingStore {

    private static final int ATTEMPTS = 5;

    private final Duration firstDelay;

    /**
     * @param firstDelay before the second attempt; each further one waits three times as long
     */
    public PageRetry(ObjectStore store, Duration firstDelay) {
        super(store);
        this.firstDelay = firstDelay;
    }

    @Override
    public ListingPage list(String bucket, String prefix, @Nullable String from) {
        return retried(() -> super.list(bucket, prefix, from));
    }

    @Override
    public boolean bucketExists(String bucket) {
        return retried(() -> super.bucketExists(bucket));
    }

    @Override
    public void createBucket(String bucket) {
        retried(() -> {
            super.createBucket(bucket);
            return bucket;
        });
    }

    private <T> T retried(Supplier<T> request) {
        Duration delay = firstDelay;
        for (int attempt = 1; ; attempt++) {
            try {
                return request.get();
            } catch (StoreException e) {
                if (!e.isTransient() || attempt == ATTEMPTS) {
                    throw e;
                }
                pause(delay, e);
                delay = delay.multipliedBy(3);
            }
        }
    }

    private static void pause(Duration delay, StoreException reason) {
        try {
            Thread.sleep(delay.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw reason;
        }
    }
}
