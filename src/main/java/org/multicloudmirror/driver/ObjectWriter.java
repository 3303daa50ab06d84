package org.multicloudmirror.driver;

import java.io.IOException;
import java.util.Map;
import org.multicloudmirror.http.HttpBody;
import org.multicloudmirror.http.HttpReply;
import org.multicloudmirror.storage.CorruptCopyException;
import org.multicloudmirror.storage.ETag;
import org.multicloudmirror.storage.NotFoundException;
import org.multicloudmirror.storage.ObjectGoneException;
import org.multicloudmirror.storage.ObjectInfo;
import org.multicloudmirror.storage.ObjectLocation;
import org.multicloudmirror.storage.StoreException;
import org.multicloudmirror.storage.TransientStoreException;
import org.multicloudmirror.storage.Upload;

/** Writes and deletes the objects of a store behind HTTP; what was written is proven by its tag. */
final class ObjectWriter {

    private final String store;
    private final Dialect dialect;
    private final ObjectReader reader;

    /**
     * @param reader looks at what was written where the answer does not tell
     */
    ObjectWriter(String store, Dialect dialect, ObjectReader reader) {
        this.store = store;
        this.dialect = dialect;
        this.reader = reader;
    }

    ETag put(String bucket, String key, Upload upload) {
        HttpBody body = new HttpBody(upload.body(), upload.size());
        try (HttpReply reply = dialect.send("PUT", bucket, key, dialect.putHeaders(upload), body)) {
            if (!reply.isSuccess()) {
                throw dialect.refusal(reply, upload.metadata(), bucket, key, where(bucket, key));
            }
            reply.drain();
            dialect.quirks().accepted(bucket, key, upload.metadata());
            ETag written = dialect.written(reply);
            return upload.proven(written.isKnown() ? written : held(bucket, key, upload.size()), where(bucket, key));
        } catch (IOException e) {
            throw RequestFailure.broken(where(bucket, key), e);
        }
    }

    /** The tag of what was just written, where the answer has none: the size must be right, too. */
    private ETag held(String bucket, String key, long size) {
        ObjectInfo held;
        try {
            held = reader.head(bucket, key);
        } catch (ObjectGoneException e) {
            // without the cause: routes look through causes, and do not try again what is gone
            throw new TransientStoreException(
                    where(bucket, key) + ": the store says that it is written, and does not have it");
        }
        if ((!held.etag().isMd5() || held.length().isPresent()) && held.size() != size) {
            throw new CorruptCopyException(
                    where(bucket, key) + ": the store holds " + held.size() + " bytes of the " + size + " sent");
        }
        return held.etag();
    }

    /** A copy that the server makes of what the headers say. */
    ETag copy(Map<String, String> headers, ObjectInfo as, String bucket, String key) {
        String where = where(bucket, key);
        try {
            return new ServerCopy(dialect, where).make(headers, as, bucket, key);
        } catch (IOException e) {
            throw RequestFailure.broken(where, e);
        }
    }

    /** Whether there was something to delete. That there is no such bucket is no word of the object. */
    boolean delete(String bucket, String key) {
        try (HttpReply reply = dialect.send("DELETE", bucket, key, Map.of(), null)) {
            StoreException error = reply.isSuccess() ? null : dialect.error(reply, where(bucket, key));
            if (error != null && !(error instanceof NotFoundException)) {
                throw error;
            }
            return error == null;
        }
    }

    private String where(String bucket, String key) {
        return new ObjectLocation(store, bucket, key).toString();
    }
}
