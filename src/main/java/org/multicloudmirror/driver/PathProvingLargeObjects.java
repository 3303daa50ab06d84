package org.multicloudmirror.driver;

import java.util.List;
import java.util.Optional;
import org.multicloudmirror.storage.AssembledTag;
import org.multicloudmirror.storage.ETag;
import org.multicloudmirror.storage.LargeObjects;
import org.multicloudmirror.storage.ObjectGoneException;
import org.multicloudmirror.storage.ObjectLocation;
import org.multicloudmirror.storage.ObjectMetadata;
import org.multicloudmirror.storage.ObjectStore;
import org.multicloudmirror.storage.PartLimits;
import org.multicloudmirror.storage.PartedUpload;
import org.multicloudmirror.storage.SentPart;
import org.multicloudmirror.storage.Slice;
import org.multicloudmirror.storage.Upload;

/** Objects are put together from parts only where their paths lead to them; the parts have names that no other has. */
final class PathProvingLargeObjects implements LargeObjects {

    private final LargeObjects large;
    private final PathProof proof;
    private final ObjectStore proving;

    /**
     * @param proving tells of an object what is of that object
     */
    PathProvingLargeObjects(LargeObjects large, PathProof proof, ObjectStore proving) {
        this.large = large;
        this.proof = proof;
        this.proving = proving;
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
        proof.before(bucket, key);
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
        return proof.write(upload.bucket(), upload.key(), () -> large.complete(upload, metadata, parts));
    }

    @Override
    public void discard(PartedUpload upload) {
        large.discard(upload);
    }

    @Override
    public Optional<PartedUpload> current(String bucket, String key) {
        return large.current(bucket, key).filter(found -> isOfKey(bucket, key));
    }

    @Override
    public Optional<PartedUpload> inUse(String bucket, String key) {
        return large.inUse(bucket, key).filter(found -> isOfKey(bucket, key));
    }

    /** What another object consists of would go with this one. */
    private boolean isOfKey(String bucket, String key) {
        if (!proof.isNeeded(bucket, key)) {
            return true;
        }
        try {
            proving.head(bucket, key);
            return true;
        } catch (ObjectGoneException e) {
            return false;
        }
    }
}
