package org.multicloudmirror.driver.jclouds;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.multicloudmirror.driver.Dialect;
import org.multicloudmirror.driver.ServerCopy;
import org.multicloudmirror.driver.ServiceError;
import org.multicloudmirror.driver.StatusMeaning;
import org.multicloudmirror.driver.quirk.Quirks;
import org.multicloudmirror.http.HttpBody;
import org.multicloudmirror.http.HttpReply;
import org.multicloudmirror.storage.BucketMissingException;
import org.multicloudmirror.storage.CorruptCopyException;
import org.multicloudmirror.storage.ETag;
import org.multicloudmirror.storage.MetadataLimits;
import org.multicloudmirror.storage.ObjectInfo;
import org.multicloudmirror.storage.ObjectLocation;
import org.multicloudmirror.storage.StoreException;
import org.multicloudmirror.storage.Upload;

/** Objects in Swift's words (OpenStack Object Storage API). */
final class SwiftDialect implements Dialect {

    private final String store;
    private final SwiftRequests requests;
    private final SwiftQuirks quirks;

    SwiftDialect(String store, SwiftRequests requests) {
        this.store = store;
        this.requests = requests;
        this.quirks = SwiftQuirks.of(store, requests);
    }

    @Override
    public HttpReply send(
            String method, String bucket, String key, Map<String, String> headers, @Nullable HttpBody body) {
        return requests.object(method, bucket, key, headers, body);
    }

    @Override
    public Map<String, String> putHeaders(Upload upload) {
        Map<String, String> headers = SwiftHeaders.toSend(upload.metadata());
        if (upload.expected().isMd5()) {
            headers.put("ETag", upload.expected().value());
        }
        return headers;
    }

    /** A server that does not know of copies has the tag to see that nothing came. */
    @Override
    public Map<String, String> copyHeaders(ObjectLocation source, ObjectInfo as) {
        Map<String, String> headers = SwiftHeaders.toSend(as.metadata());
        headers.put("X-Copy-From", "/" + ServerCopy.path(source));
        headers.put("X-Fresh-Metadata", "true");
        headers.put("If-Match", as.etag().value());
        headers.put("ETag", as.etag().value());
        return headers;
    }

    @Override
    public ETag copied(HttpReply reply, String what) {
        return SwiftHeaders.etag(reply);
    }

    @Override
    public ObjectInfo headers(HttpReply reply) {
        return SwiftHeaders.info(reply);
    }

    @Override
    public ObjectInfo info(HttpReply reply, String bucket, String key) {
        return headers(reply);
    }

    @Override
    public Quirks quirks() {
        return quirks.all();
    }

    @Override
    public MetadataLimits metadataLimits() {
        return MetadataLimits.SWIFT;
    }

    /** Those that are asked for by name. */
    SwiftQuirks known() {
        return quirks;
    }

    @Override
    public ETag written(HttpReply reply) {
        return SwiftHeaders.etag(reply);
    }

    @Override
    public StoreException bucketError(HttpReply reply, String bucket, String what) {
        return reply.status() == 404
                ? new BucketMissingException("the container " + store + "://" + bucket + " does not exist")
                : error(reply, what);
    }

    @Override
    public StoreException error(ServiceError error, String what) {
        // its word for a body whose MD5 is not the ETag that came with it
        return error.status() == 422
                ? new CorruptCopyException(what + ": " + error)
                : StatusMeaning.of(error, what, store);
    }
}
