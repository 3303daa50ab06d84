package org.multicloudmirror.driver;

import java.util.List;
import java.util.Optional;
import org.multicloudmirror.storage.ETag;
import org.multicloudmirror.storage.ForwardingLargeObjects;
import org.multicloudmirror.storage.LargeObjects;
import org.multicloudmirror.storage.ObjectGoneException;
import org.multicloudmirror.storage.ObjectMetadata;
import org.multicloudmirror.storage.ObjectStore;
import org.multicloudmirror.storage.PartedUpload;
import org.multicloudmirror.storage.SentPart;

/** Objects are put together from parts only where their paths lead to them; the parts have names that no other has. */
final class PathProvingLargeObjects extends ForwardingLargeObjects {

    private final PathProof proof;
    private final ObjectStore proving;

    /**
     * @param proving tells of an object what is of that object
     */
    PathProvingLargeObjects(LargeObjects large, PathProof proof, ObjectStore proving) {
        super(large);
        this.proof = proof;
        this.proving = proving;
    }

    @Override
    public PartedUpload begin(String bucket, String key, ObjectMetadata metadata, boolean createsContainer) {
        proof.before(bucket, key);
        return super.begin(bucket, key, metadata, createsContainer);
    }

    @Override
    public ETag complete(PartedUpload upload, ObjectMetadata metadata, List<SentPart> parts) {
        return proof.write(upload.bucket(), upload.key(), () -> super.complete(upload, metadata, parts));
    }

    @Override
    public Optional<PartedUpload> current(String bucket, String key) {
        return super.current(bucket, key).filter(found -> isOfKey(bucket, key));
    }

    @Override
    public Optional<PartedUpload> inUse(String bucket, String key) {
        return super.inUse(bucket, key).filter(found -> isOfKey(bucket, key));
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
