package org.multicloudmirror.storage;

import java.util.List;
import java.util.Optional;

/** The parts of a store get no more requests at a time than all else of it. */
final class PacedLargeObjects implements LargeObjects {

    private final LargeObjects large;
    private final Pace pace;

    PacedLargeObjects(LargeObjects large, Pace pace) {
        this.large = large;
        this.pace = pace;
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
        return pace.of(() -> large.begin(bucket, key, metadata, createsContainer));
    }

    @Override
    public ETag put(PartedUpload upload, int number, Upload part) {
        return pace.of(() -> large.put(upload, number, part));
    }

    @Override
    public ETag copy(PartedUpload upload, int number, ObjectLocation source, Slice slice, ObjectMetadata metadata) {
        return pace.of(() -> large.copy(upload, number, source, slice, metadata));
    }

    @Override
    public ETag complete(PartedUpload upload, ObjectMetadata metadata, List<SentPart> parts) {
        return pace.of(() -> large.complete(upload, metadata, parts));
    }

    @Override
    public void discard(PartedUpload upload) {
        pace.of(() -> {
            large.discard(upload);
            return upload;
        });
    }

    @Override
    public Optional<PartedUpload> current(String bucket, String key) {
        return pace.of(() -> large.current(bucket, key));
    }

    @Override
    public Optional<PartedUpload> inUse(String bucket, String key) {
        return pace.of(() -> large.inUse(bucket, key));
    }
}
