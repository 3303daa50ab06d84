package org.multicloudmirror.storage;

/**
 * A store whose objects are read no faster than the bandwidth allows, that of the process and that of who reads. What is
 * opened while there is no limit is handed on as it is, and costs nothing.
 */
public final class LimitedStore extends ForwardingStore {

    private final RateLimiter bandwidth;

    public LimitedStore(ObjectStore store, RateLimiter bandwidth) {
        super(store);
        this.bandwidth = bandwidth;
    }

    @Override
    public ObjectContent get(String bucket, String key) {
        return limited(super.get(bucket, key));
    }

    @Override
    public ObjectContent get(String bucket, String key, Slice slice) {
        return limited(super.get(bucket, key, slice));
    }

    private ObjectContent limited(ObjectContent content) {
        return limited(limited(content, bandwidth), OwnLimits.current().bandwidth());
    }

    private static ObjectContent limited(ObjectContent content, RateLimiter limiter) {
        return limiter.isLimited()
                ? new ObjectContent(content.info(), new LimitedStream(content.body(), limiter))
                : content;
    }
}
