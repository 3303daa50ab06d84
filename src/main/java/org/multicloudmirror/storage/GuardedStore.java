package org.multicloudmirror.storage;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.multicloudmirror.storage.CircuitBreaker.Access;

/** A store whose every request is told to a circuit breaker; it belongs below whatever sends requests again. */
public final class GuardedStore extends ForwardingStore {

    private final CircuitBreaker breaker;

    public GuardedStore(ObjectStore store, CircuitBreaker breaker) {
        super(store);
        this.breaker = breaker;
    }

    @Override
    public Optional<CircuitBreaker> breaker() {
        return Optional.of(breaker);
    }

    @Override
    public ListingPage list(String bucket, String prefix, @Nullable String from) {
        return breaker.of(Access.LIST, () -> super.list(bucket, prefix, from));
    }

    @Override
    public ListingPage listAfter(String bucket, String prefix, String after, int most) {
        return breaker.of(Access.LIST, () -> super.listAfter(bucket, prefix, after, most));
    }

    @Override
    public Optional<ObjectEntry> listed(String bucket, String key) {
        return breaker.of(Access.LIST, () -> super.listed(bucket, key));
    }

    @Override
    public boolean isListed(String bucket, String key) {
        return breaker.of(Access.LIST, () -> super.isListed(bucket, key));
    }

    @Override
    public boolean exists(String bucket, String key) {
        return breaker.of(Access.READ, () -> super.exists(bucket, key));
    }

    @Override
    public ObjectInfo head(String bucket, String key) {
        return breaker.of(Access.READ, () -> super.head(bucket, key));
    }

    @Override
    public ObjectContent get(String bucket, String key) {
        return breaker.of(Access.READ, () -> super.get(bucket, key));
    }

    @Override
    public ObjectContent get(String bucket, String key, Slice slice) {
        return breaker.of(Access.READ, () -> super.get(bucket, key, slice));
    }

    @Override
    public List<PartLayout> layouts(String bucket, String key, ObjectInfo info) {
        return breaker.of(Access.READ, () -> super.layouts(bucket, key, info));
    }

    @Override
    public Optional<LargeObjects> largeObjects() {
        return super.largeObjects().map(large -> new GuardedLargeObjects(large, breaker));
    }

    @Override
    public ETag put(String bucket, String key, Upload upload) {
        return breaker.of(Access.WRITE, () -> super.put(bucket, key, upload));
    }

    @Override
    public ETag copy(ObjectLocation source, ObjectInfo as, String bucket, String key) {
        return breaker.of(Access.WRITE, () -> super.copy(source, as, bucket, key));
    }

    @Override
    public ETag update(String bucket, String key, ObjectInfo as) {
        return breaker.of(Access.WRITE, () -> super.update(bucket, key, as));
    }

    @Override
    public void delete(String bucket, String key) {
        breaker.of(Access.DELETE, () -> {
            super.delete(bucket, key);
            return key;
        });
    }

    /** One request, or as good as one: it failed when it deleted nothing. */
    @Override
    public Map<String, StoreException> delete(String bucket, List<String> keys) {
        Map<String, StoreException> failures;
        try {
            failures = super.delete(bucket, keys);
        } catch (StoreException e) {
            breaker.failed(Access.DELETE, e);
            throw e;
        }
        Optional<StoreException> first = failures.values().stream().findFirst();
        if (first.isPresent() && failures.size() >= keys.size()) {
            breaker.failed(Access.DELETE, first.get());
        } else {
            breaker.succeeded(Access.DELETE);
        }
        return failures;
    }
}
