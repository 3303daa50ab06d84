package org.multicloudmirror.storage;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A store that gets as many requests at a time as it takes without throttling. A body that is read does not count once
 * it is open: its reader may have to write to the same store.
 */
public final class PacedStore extends ForwardingStore {

    private final Pace pace;

    /**
     * @param pace closed with this store
     */
    public PacedStore(ObjectStore store, Pace pace) {
        super(store);
        this.pace = pace;
    }

    @Override
    public Optional<Pace> pace() {
        return Optional.of(pace);
    }

    @Override
    public ListingPage list(String bucket, String prefix, @Nullable String from) {
        return paced(() -> super.list(bucket, prefix, from));
    }

    @Override
    public ObjectInfo head(String bucket, String key) {
        return paced(() -> super.head(bucket, key));
    }

    @Override
    public ObjectContent get(String bucket, String key) {
        return paced(() -> super.get(bucket, key));
    }

    @Override
    public ETag put(String bucket, String key, Upload upload) {
        return paced(() -> super.put(bucket, key, upload));
    }

    @Override
    public ETag copy(ObjectLocation source, ObjectInfo as, String bucket, String key) {
        return paced(() -> super.copy(source, as, bucket, key));
    }

    @Override
    public ETag update(String bucket, String key, ObjectInfo as) {
        return paced(() -> super.update(bucket, key, as));
    }

    @Override
    public void delete(String bucket, String key) {
        paced(() -> {
            super.delete(bucket, key);
            return key;
        });
    }

    @Override
    public void close() {
        pace.close();
        super.close();
    }

    private <T> T paced(Supplier<T> request) {
        long number = pace.begin();
        try {
            T result = request.get();
            pace.passed();
            return result;
        } catch (ThrottledException e) {
            pace.throttled(number, e.retryAfter());
            throw e;
        } finally {
            pace.end();
        }
    }
}
