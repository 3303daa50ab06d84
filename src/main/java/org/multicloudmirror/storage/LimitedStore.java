package org.multicloudmirror.storage;

/**
 * A store whose objects are read no faster than the bandwidth allows. What is opened while there is no limit is handed
 * on as it is, and costs nothing.
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
        return bandwidth.isLimited()
                ? new ObjectContent(content.info(), new LimitedStream(content.body(), bandwidth))
                : content;
    }
}
