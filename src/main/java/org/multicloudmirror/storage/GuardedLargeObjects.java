package org.multicloudmirror.storage;

import java.util.List;
import java.util.Optional;
import org.multicloudmirror.storage.CircuitBreaker.Access;

/** The requests of a store's parts are told to its circuit breaker, too. */
final class GuardedLargeObjects implements LargeObjects {

    private final LargeObjects large;
    private final CircuitBreaker breaker;

    GuardedLargeObjects(LargeObjects large, CircuitBreaker breaker) {
        this.large = large;
        this.breaker = breaker;
    }

    @Override
    public PartLimits limits(String bucket) {
        return large.limits(bucket);
    }

    @Override
    public AssembledTag tag() {
        return large.tag();
    }

    @Override
    public PartedUpload begin(String bucket, String key, ObjectMetadata metadata, boolean createsContainer) {
        return breaker.of(Access.WRITE, () -> large.begin(bucket, key, metadata, createsContainer));
    }

    @Override
    public ETag put(PartedUpload upload, int number, Upload part) {
        return breaker.of(Access.WRITE, () -> large.put(upload, number, part));
    }

    @Override
    public ETag copy(PartedUpload upload, int number, ObjectLocation source, Slice slice, ObjectMetadata metadata) {
        return breaker.of(Access.WRITE, () -> large.copy(upload, number, source, slice, metadata));
    }

    @Override
    public ETag complete(PartedUpload upload, ObjectMetadata metadata, List<SentPart> parts) {
        return breaker.of(Access.WRITE, () -> large.complete(upload, metadata, parts));
    }

    @Override
    public void discard(PartedUpload upload) {
        breaker.of(Access.DELETE, () -> {
            large.discard(upload);
            return upload;
        });
    }

    @Override
    public Optional<PartedUpload> current(String bucket, String key) {
        return breaker.of(Access.READ, () -> large.current(bucket, key));
    }

    @Override
    public Optional<PartedUpload> inUse(String bucket, String key) {
        return breaker.of(Access.READ, () -> large.inUse(bucket, key));
    }
}
