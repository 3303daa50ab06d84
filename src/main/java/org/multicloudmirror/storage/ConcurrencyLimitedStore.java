package org.multicloudmirror.storage;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A store that gets as many requests at a time as it takes without throttling. A body that is read does not count once
 * it is open: its reader may have to write to the same store.
 */
public final class ConcurrencyLimitedStore extends ForwardingStore {

    private final ConcurrencyLimit concurrency;

    /**
     * @param concurrency closed with this store
     */
    public ConcurrencyLimitedStore(ObjectStore store, ConcurrencyLimit concurrency) {
        super(store);
        this.concurrency = concurrency;
    }

    @Override
    public Optional<ConcurrencyLimit> concurrency() {
        return Optional.of(concurrency);
    }

    @Override
    public ListingPage list(String bucket, String prefix, @Nullable String from) {
        return concurrency.of(() -> super.list(bucket, prefix, from));
    }

    @Override
    public ListingPage listAfter(String bucket, String prefix, String after, int most) {
        return concurrency.of(() -> super.listAfter(bucket, prefix, after, most));
    }

    @Override
    public Optional<ObjectEntry> listed(String bucket, String key) {
        return concurrency.of(() -> super.listed(bucket, key));
    }

    @Override
    public boolean isListed(String bucket, String key) {
        return concurrency.of(() -> super.isListed(bucket, key));
    }

    @Override
    public boolean exists(String bucket, String key) {
        return concurrency.of(() -> super.exists(bucket, key));
    }

    @Override
    public ObjectInfo head(String bucket, String key) {
        return concurrency.of(() -> super.head(bucket, key));
    }

    @Override
    public ObjectContent get(String bucket, String key) {
        return concurrency.of(() -> super.get(bucket, key));
    }

    @Override
    public ObjectContent get(String bucket, String key, Slice slice) {
        return concurrency.of(() -> super.get(bucket, key, slice));
    }

    @Override
    public List<PartLayout> layouts(String bucket, String key, ObjectInfo info) {
        return concurrency.of(() -> super.layouts(bucket, key, info));
    }

    @Override
    public Optional<LargeObjects> largeObjects() {
        return super.largeObjects().map(large -> new ConcurrencyLimitedLargeObjects(large, concurrency));
    }

    @Override
    public ETag put(String bucket, String key, Upload upload) {
        return concurrency.of(() -> super.put(bucket, key, upload));
    }

    @Override
    public ETag copy(ObjectLocation source, ObjectInfo as, String bucket, String key) {
        return concurrency.of(() -> super.copy(source, as, bucket, key));
    }

    @Override
    public ETag update(String bucket, String key, ObjectInfo as) {
        return concurrency.of(() -> super.update(bucket, key, as));
    }

    @Override
    public void delete(String bucket, String key) {
        concurrency.of(() -> {
            super.delete(bucket, key);
            return key;
        });
    }

    @Override
    public Map<String, StoreException> delete(String bucket, List<String> keys) {
        return concurrency.of(() -> super.delete(bucket, keys));
    }

    @Override
    public void close() {
        concurrency.close();
        super.close();
    }
}
