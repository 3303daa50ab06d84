package org.multicloudmirror.storage;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Repeats the requests that read or make buckets and pages. Objects are not repeated here: a copy is got and put
 * again as a whole by its route.
 */
public final class PageRetry implements ObjectStore {

    private static final int ATTEMPTS = 4;

    private final ObjectStore store;
    private final Duration firstDelay;

    /**
     * @param firstDelay before the second attempt; each further one waits twice as long
     */
    public PageRetry(ObjectStore store, Duration firstDelay) {
        this.store = store;
        this.firstDelay = firstDelay;
    }

    @Override
    public ListingPage list(String bucket, String prefix, @Nullable String from) {
        return retried(() -> store.list(bucket, prefix, from));
    }

    @Override
    public boolean bucketExists(String bucket) {
        return retried(() -> store.bucketExists(bucket));
    }

    @Override
    public void createBucket(String bucket) {
        retried(() -> {
            store.createBucket(bucket);
            return bucket;
        });
    }

    @Override
    public ObjectInfo head(String bucket, String key) {
        return store.head(bucket, key);
    }

    @Override
    public ObjectContent get(String bucket, String key) {
        return store.get(bucket, key);
    }

    @Override
    public ETag put(String bucket, String key, Upload upload) {
        return store.put(bucket, key, upload);
    }

    @Override
    public Optional<String> copyScope() {
        return store.copyScope();
    }

    @Override
    public ETag copy(ObjectLocation source, ObjectInfo as, String bucket, String key) {
        return store.copy(source, as, bucket, key);
    }

    @Override
    public void delete(String bucket, String key) {
        store.delete(bucket, key);
    }

    @Override
    public void close() {
        store.close();
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
                delay = delay.multipliedBy(2);
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
