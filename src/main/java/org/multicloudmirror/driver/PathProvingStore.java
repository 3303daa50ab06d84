package org.multicloudmirror.driver;

import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;
import org.multicloudmirror.storage.ETag;
import org.multicloudmirror.storage.ForwardingStore;
import org.multicloudmirror.storage.LargeObjects;
import org.multicloudmirror.storage.ObjectContent;
import org.multicloudmirror.storage.ObjectInfo;
import org.multicloudmirror.storage.ObjectLocation;
import org.multicloudmirror.storage.ObjectStore;
import org.multicloudmirror.storage.Slice;
import org.multicloudmirror.storage.Upload;

/**
 * A store whose objects are read and written only where their paths lead to them. Deletions are not its matter: the store
 * itself knows which of them have a key in their path.
 */
final class PathProvingStore extends ForwardingStore {

    private final PathProof proof;

    PathProvingStore(ObjectStore store, PathProof proof) {
        super(store);
        this.proof = proof;
    }

    @Override
    public ObjectInfo head(String bucket, String key) {
        ObjectInfo info = super.head(bucket, key);
        proof.read(bucket, key, info);
        return info;
    }

    @Override
    public ObjectContent get(String bucket, String key) {
        ObjectContent content = super.get(bucket, key);
        return proven(bucket, key, content, content.info());
    }

    /** The length is that of the slice. */
    @Override
    public ObjectContent get(String bucket, String key, Slice slice) {
        ObjectContent content = super.get(bucket, key, slice);
        return proven(bucket, key, content, content.info().withLength(OptionalLong.empty()));
    }

    private ObjectContent proven(String bucket, String key, ObjectContent content, ObjectInfo info) {
        try {
            proof.read(bucket, key, info);
            return content;
        } catch (RuntimeException e) {
            try (content) {
                throw e;
            } catch (IOException closing) {
                e.addSuppressed(closing);
                throw e;
            }
        }
    }

    @Override
    public ETag put(String bucket, String key, Upload upload) {
        return proof.write(bucket, key, () -> super.put(bucket, key, upload));
    }

    @Override
    public ETag update(String bucket, String key, ObjectInfo as) {
        return proof.write(bucket, key, () -> super.update(bucket, key, as));
    }

    @Override
    public ETag copy(ObjectLocation source, ObjectInfo as, String bucket, String key) {
        return proof.write(bucket, key, () -> super.copy(source, as, bucket, key));
    }

    @Override
    public Optional<LargeObjects> largeObjects() {
        return super.largeObjects().map(large -> new PathProvingLargeObjects(large, proof, this));
    }
}
