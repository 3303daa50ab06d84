package org.multicloudmirror.storage;

import java.util.List;
import java.util.Optional;

/** The parts of a store get no more requests at a time than all else of it. */
final class ConcurrencyLimitedLargeObjects extends ForwardingLargeObjects {

    private final ConcurrencyLimit concurrency;

    ConcurrencyLimitedLargeObjects(LargeObjects large, ConcurrencyLimit concurrency) {
        super(large);
        this.concurrency = concurrency;
    }

    @Override
    public PartedUpload begin(String bucket, String key, ObjectMetadata metadata, boolean createsContainer) {
        return concurrency.of(() -> super.begin(bucket, key, metadata, createsContainer));
    }

    @Override
    public ETag put(PartedUpload upload, int number, Upload part) {
        return concurrency.of(() -> super.put(upload, number, part));
    }

    @Override
    public ETag copy(PartedUpload upload, int number, ObjectLocation source, Slice slice, ObjectMetadata metadata) {
        return concurrency.of(() -> super.copy(upload, number, source, slice, metadata));
    }

    @Override
    public ETag complete(PartedUpload upload, ObjectMetadata metadata, List<SentPart> parts) {
        return concurrency.of(() -> super.complete(upload, metadata, parts));
    }

    @Override
    public void discard(PartedUpload upload) {
        concurrency.of(() -> {
            super.discard(upload);
            return upload;
        });
    }

    @Override
    public Optional<PartedUpload> current(String bucket, String key) {
        return concurrency.of(() -> super.current(bucket, key));
    }

    @Override
    public Optional<PartedUpload> inUse(String bucket, String key) {
        return concurrency.of(() -> super.inUse(bucket, key));
    }
}
