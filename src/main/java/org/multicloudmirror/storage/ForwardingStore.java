package org.multicloudmirror.storage;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A store behind another: what a decorator does not change, it hands on. */
public abstract class ForwardingStore implements ObjectStore {

    private final ObjectStore store;

    protected ForwardingStore(ObjectStore store) {
        this.store = store;
    }

    @Override
    public ListingPage list(String bucket, String prefix, @Nullable String from) {
        return store.list(bucket, prefix, from);
    }

    @Override
    public ListingPage listAfter(String bucket, String prefix, String after, int most) {
        return store.listAfter(bucket, prefix, after, most);
    }

    @Override
    public boolean listsRanges(String bucket) {
        return store.listsRanges(bucket);
    }

    @Override
    public Optional<ObjectEntry> listed(String bucket, String key) {
        return store.listed(bucket, key);
    }

    @Override
    public boolean isListed(String bucket, String key) {
        return store.isListed(bucket, key);
    }

    @Override
    public boolean exists(String bucket, String key) {
        return store.exists(bucket, key);
    }

    @Override
    public boolean listsLate() {
        return store.listsLate();
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
    public ObjectContent get(String bucket, String key, Slice slice) {
        return store.get(bucket, key, slice);
    }

    @Override
    public List<PartLayout> layouts(String bucket, String key, ObjectInfo info) {
        return store.layouts(bucket, key, info);
    }

    @Override
    public Optional<LargeObjects> largeObjects() {
        return store.largeObjects();
    }

    @Override
    public Optional<LeaseObjects> leaseObjects() {
        return store.leaseObjects();
    }

    @Override
    public ETag put(String bucket, String key, Upload upload) {
        return store.put(bucket, key, upload);
    }

    @Override
    public MetadataLimits metadataLimits(String bucket, String key) {
        return store.metadataLimits(bucket, key);
    }

    @Override
    public ETag update(String bucket, String key, ObjectInfo as) {
        return store.update(bucket, key, as);
    }

    @Override
    public Optional<String> storageUrl() {
        return store.storageUrl();
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
    public Map<String, StoreException> delete(String bucket, List<String> keys) {
        return store.delete(bucket, keys);
    }

    @Override
    public List<String> buckets() {
        return store.buckets();
    }

    @Override
    public boolean bucketExists(String bucket) {
        return store.bucketExists(bucket);
    }

    @Override
    public void createBucket(String bucket) {
        store.createBucket(bucket);
    }

    @Override
    public Duration clockAhead() {
        return store.clockAhead();
    }

    @Override
    public Optional<ConcurrencyLimit> concurrency() {
        return store.concurrency();
    }

    @Override
    public Optional<CircuitBreaker> breaker() {
        return store.breaker();
    }

    @Override
    public void close() {
        store.close();
    }
}
