package org.multicloudmirror.storage;

import java.util.List;
import java.util.Optional;
import org.multicloudmirror.storage.CircuitBreaker.Access;

/** The requests of a store's parts are told to its circuit breaker, too. */
final class GuardedLargeObjects extends ForwardingLargeObjects {

    private final CircuitBreaker breaker;

    GuardedLargeObjects(LargeObjects large, CircuitBreaker breaker) {
        super(large);
        this.breaker = breaker;
    }

    @Override
    public PartedUpload begin(String bucket, String key, ObjectMetadata metadata, boolean createsContainer) {
        return breaker.of(Access.WRITE, () -> super.begin(bucket, key, metadata, createsContainer));
    }

    @Override
    public ETag put(PartedUpload upload, int number, Upload part) {
        return breaker.of(Access.WRITE, () -> super.put(upload, number, part));
    }

    @Override
    public ETag copy(PartedUpload upload, int number, ObjectLocation source, Slice slice, ObjectMetadata metadata) {
        return breaker.of(Access.WRITE, () -> super.copy(upload, number, source, slice, metadata));
    }

    @Override
    public ETag complete(PartedUpload upload, ObjectMetadata metadata, List<SentPart> parts) {
        return breaker.of(Access.WRITE, () -> super.complete(upload, metadata, parts));
    }

    @Override
    public void discard(PartedUpload upload) {
        breaker.of(Access.DELETE, () -> {
            super.discard(upload);
            return upload;
        });
    }

    @Override
    public Optional<PartedUpload> current(String bucket, String key) {
        return breaker.of(Access.READ, () -> super.current(bucket, key));
    }

    @Override
    public Optional<PartedUpload> inUse(String bucket, String key) {
        return breaker.of(Access.READ, () -> super.inUse(bucket, key));
    }
}
