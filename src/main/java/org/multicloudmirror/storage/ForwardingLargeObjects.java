package org.multicloudmirror.storage;

import java.util.List;
import java.util.Optional;

/** The large objects of a store behind another: what a decorator does not change, it hands on. */
public abstract class ForwardingLargeObjects implements LargeObjects {

    private final LargeObjects large;

    protected ForwardingLargeObjects(LargeObjects large) {
        this.large = large;
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
        return large.begin(bucket, key, metadata, createsContainer);
    }

    @Override
    public ETag put(PartedUpload upload, int number, Upload part) {
        return large.put(upload, number, part);
    }

    @Override
    public ETag copy(PartedUpload upload, int number, ObjectLocation source, Slice slice, ObjectMetadata metadata) {
        return large.copy(upload, number, source, slice, metadata);
    }

    @Override
    public ETag complete(PartedUpload upload, ObjectMetadata metadata, List<SentPart> parts) {
        return large.complete(upload, metadata, parts);
    }

    @Override
    public void discard(PartedUpload upload) {
        large.discard(upload);
    }

    @Override
    public Optional<PartedUpload> current(String bucket, String key) {
        return large.current(bucket, key);
    }

    @Override
    public Optional<PartedUpload> inUse(String bucket, String key) {
        return large.inUse(bucket, key);
    }
}
