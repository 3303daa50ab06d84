package org.multicloudmirror.driver.jclouds;

import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import org.multicloudmirror.driver.RequestFailure;
import org.multicloudmirror.driver.quirk.Refusal;
import org.multicloudmirror.http.HttpBody;
import org.multicloudmirror.http.HttpReply;
import org.multicloudmirror.storage.CopyRefusedException;
import org.multicloudmirror.storage.ETag;
import org.multicloudmirror.storage.ObjectInfo;
import org.multicloudmirror.storage.ObjectMetadata;
import org.multicloudmirror.storage.StoreException;

/**
 * Replaces an object's metadata by a POST, which replaces all metadata and, but for Content-Type, all headers (Object
 * Storage API, "Create or update object metadata"). The manifest of a dynamic large object is a header, and would be
 * lost with it; the segments of a static one are not reached, and have times of deletion of their own.
 */
final class SwiftMetadataUpdate {

    private final SwiftStore store;
    private final SwiftDialect dialect;

    SwiftMetadataUpdate(SwiftStore store, SwiftDialect dialect) {
        this.store = store;
        this.dialect = dialect;
    }

    /**
     * Makes an object's metadata those of another one.
     *
     * @return its tag, which stays
     * @throws CopyRefusedException when it has to be copied instead
     */
    ETag make(String bucket, String key, ObjectInfo as) {
        String what = store.where(bucket, key);
        ETag present;
        ObjectMetadata before;
        boolean losesHeaders;
        KeptHeaders kept = dialect.known().keptHeaders();
        try (HttpReply reply = dialect.send("HEAD", bucket, key, Map.of(), null)) {
            if (!reply.isSuccess() || reply.header("X-Object-Manifest").isPresent()) {
                throw new CopyRefusedException(what + ": no object whose metadata can be replaced", false);
            }
            present = SwiftHeaders.etag(reply);
            before = SwiftHeaders.info(reply).metadata();
            losesHeaders = hasMore(reply, as);
            if (losesHeaders && kept.areKnown()) {
                throw new CopyRefusedException(what + ": the store would keep headers that it is to lose", false);
            }
            if (!present.isMd5()
                    && !Objects.equals(
                            SwiftHeaders.deleteAt(reply), as.metadata().deleteAt())) {
                throw new CopyRefusedException(what + ": its segments would be deleted at another time", false);
            }
        }
        if (present.isMd5() && as.etag().isMd5() && !present.sameContentAs(as.etag())) {
            throw new CopyRefusedException(what + ": it has changed", false);
        }
        post(bucket, key, as.metadata(), what);
        if (losesHeaders && keepsHeaders(bucket, key, as)) {
            kept.learn();
            throw new CopyRefusedException(what + ": the store has kept headers that it was to lose", false);
        }
        dialect.known().droppedMetadata().check(store.location(bucket, key), as.metadata(), before, () -> store.head(
                        bucket, key)
                .metadata());
        return present;
    }

    private void post(String bucket, String key, ObjectMetadata metadata, String what) {
        try (HttpReply reply = dialect.send("POST", bucket, key, SwiftHeaders.toSend(metadata), HttpBody.NOTHING)) {
            if (!reply.isSuccess()) {
                if (dialect.quirks().explain(new Refusal(bucket, key, reply.status(), reply.errorText(), metadata))) {
                    throw new CopyRefusedException(what + ": the server refuses its metadata", false);
                }
                StoreException error = dialect.error(reply, what);
                // whatever it is that refuses this request, such as a proxy, may let a PUT pass
                throw error.isTransient() ? error : new CopyRefusedException(String.valueOf(error.getMessage()), false);
            }
            reply.drain();
        } catch (IOException e) {
            throw RequestFailure.broken(what, e);
        }
    }

    private boolean keepsHeaders(String bucket, String key, ObjectInfo as) {
        try (HttpReply reply = dialect.send("HEAD", bucket, key, Map.of(), null)) {
            return reply.isSuccess() && hasMore(reply, as);
        }
    }

    private static boolean hasMore(HttpReply reply, ObjectInfo as) {
        return KeptHeaders.hasMore(
                SwiftHeaders.info(reply).metadata().headers(), as.metadata().headers());
    }
}
