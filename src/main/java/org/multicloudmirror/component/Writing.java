package org.multicloudmirror.component;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.apache.camel.Message;
import org.multicloudmirror.storage.CopyRefusedException;
import org.multicloudmirror.storage.ETag;
import org.multicloudmirror.storage.ObjectInfo;
import org.multicloudmirror.storage.ObjectLocation;
import org.multicloudmirror.storage.ObjectMetadata;
import org.multicloudmirror.storage.ObjectStore;
import org.multicloudmirror.storage.Upload;
import org.multicloudmirror.storage.metadata.FittedMetadata;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What writes an object: with its bytes, by a copy on the server, or its metadata alone. */
final class Writing {

    private static final Logger LOG = LoggerFactory.getLogger(Writing.class);

    private final Target source;
    private final StoreAccess stores;
    private final boolean readsHeaders;

    /**
     * @param source of copies
     * @param readsHeaders whether the metadata of an update may be in headers
     */
    Writing(Target source, StoreAccess stores, boolean readsHeaders) {
        this.source = source;
        this.stores = stores;
        this.readsHeaders = readsHeaders;
    }

    /** The upload's body ends here, sent or not. */
    ETag put(ObjectStore store, ObjectLocation where, Message message) throws IOException {
        Upload upload = message.getBody() instanceof Upload made ? made : upload(store, where, message);
        try {
            ETag written = store.put(where.bucket(), where.key(), upload);
            return upload.body() instanceof WholeStream whole ? proven(upload, whole, written, where) : written;
        } finally {
            upload.body().close();
        }
    }

    private static Upload upload(ObjectStore store, ObjectLocation where, Message message) throws IOException {
        UploadBody body = UploadBody.of(message, where.toString());
        try {
            return new Upload(
                    fitted(ObjectHeaders.of(message, body.metadata()), store, where),
                    body.size(),
                    body.expected(),
                    body.stream());
        } catch (RuntimeException e) {
            body.stream().close();
            throw e;
        }
    }

    /** What the store could not be told beforehand. */
    private static ETag proven(Upload upload, WholeStream sent, ETag written, ObjectLocation where) throws IOException {
        return new Upload(upload.metadata(), upload.size(), sent.md5(), sent).proven(written, where.toString());
    }

    /** The body may be what {@code head} tells of the source; else the source is asked. */
    ETag copy(ObjectStore store, ObjectLocation where, Message message) {
        ObjectLocation from = source.object(message);
        ObjectStore there = stores.of(from, Operation.COPY);
        if (!store.copiesFrom(there)) {
            throw new CopyRefusedException(where + ": its store copies nothing from " + from.store() + "://", true);
        }
        return store.copy(from, asTold(there, from, message), where.bucket(), where.key());
    }

    private static ObjectInfo asTold(ObjectStore there, ObjectLocation from, Message message) {
        if (message.getBody() instanceof ObjectInfo told) {
            return told;
        }
        ObjectInfo told = there.head(from.bucket(), from.key());
        if (!told.etag().isMd5()) {
            throw new CopyRefusedException(from + ": its ETag is no MD5, so that nothing would prove a copy", false);
        }
        return told;
    }

    /** The body may be what {@code head} tells of the object; headers come before the metadata that it has. */
    ETag update(ObjectStore store, ObjectLocation where, Message message) {
        ObjectInfo as = message.getBody() instanceof ObjectInfo told ? told : store.head(where.bucket(), where.key());
        return store.update(
                where.bucket(),
                where.key(),
                readsHeaders ? as.withMetadata(fitted(ObjectHeaders.of(message, as.metadata()), store, where)) : as);
    }

    private static ObjectMetadata fitted(ObjectMetadata metadata, ObjectStore store, ObjectLocation where) {
        FittedMetadata fitted = FittedMetadata.of(
                metadata, List.of(), false, store.metadataLimits(where.bucket(), where.key()), Instant.now());
        if (!fitted.lost().isEmpty()) {
            LOG.warn("{}: the store does not hold {}", where, String.join(", ", fitted.lost()));
        }
        return fitted.metadata();
    }
}
