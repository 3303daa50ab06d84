package org.multicloudmirror.storage;

import java.util.List;
import java.util.Optional;

/** The parts of a store get no more requests at a time than all else of it. */
final class PacedLargeObjects extends ForwardingLargeObjects {

    private final Pace pace;

    PacedLargeObjects(LargeObjects large, Pace pace) {
        super(large);
        this.pace = pace;
    }

    @Override
    public PartedUpload begin(String bucket, String key, ObjectMetadata metadata, boolean createsContainer) {
        return pace.of(() -> super.begin(bucket, key, metadata, createsContainer));
    }

    @Override
    public ETag put(PartedUpload upload, int number, Upload part) {
        return pace.of(() -> super.put(upload, number, part));
    }

    @Override
    public ETag copy(PartedUpload upload, int number, ObjectLocation source, Slice slice, ObjectMetadata metadata) {
        return pace.of(() -> super.copy(upload, number, source, slice, metadata));
    }

    @Override
    public ETag complete(PartedUpload upload, ObjectMetadata metadata, List<SentPart> parts) {
        return pace.of(() -> super.complete(upload, metadata, parts));
    }

    @Override
    public void discard(PartedUpload upload) {
        pace.of(() -> {
            super.discard(upload);
            return upload;
        });
    }

    @Override
    public Optional<PartedUpload> current(String bucket, String key) {
        return pace.of(() -> super.current(bucket, key));
    }

    @Override
    public Optional<PartedUpload> inUse(String bucket, String key) {
        return pace.of(() -> super.inUse(bucket, key));
    }
}
