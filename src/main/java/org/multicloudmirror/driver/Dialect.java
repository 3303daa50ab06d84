package org.multicloudmirror.driver;

import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.multicloudmirror.driver.quirk.Quirks;
import org.multicloudmirror.driver.quirk.Refusal;
import org.multicloudmirror.http.HttpBody;
import org.multicloudmirror.http.HttpReply;
import org.multicloudmirror.storage.ETag;
import org.multicloudmirror.storage.MetadataLimits;
import org.multicloudmirror.storage.ObjectInfo;
import org.multicloudmirror.storage.ObjectLocation;
import org.multicloudmirror.storage.ObjectMetadata;
import org.multicloudmirror.storage.StoreException;
import org.multicloudmirror.storage.TransientStoreException;
import org.multicloudmirror.storage.Upload;

/** How one protocol asks for objects over HTTP, and how it answers. */
public interface Dialect {

    /** Sends a request about one object, authenticated. */
    HttpReply send(String method, String bucket, String key, Map<String, String> headers, @Nullable HttpBody body);

    /** The headers of a PUT: content headers, metadata and the proof that the store is to check. */
    Map<String, String> putHeaders(Upload upload);

    /** The headers of a PUT that copies on the server: the source, its tag as a condition, and the copy's metadata. */
    Map<String, String> copyHeaders(ObjectLocation source, ObjectInfo as);

    /**
     * The tag of a copy made on the server; reads the reply's body where it is in there.
     *
     * @throws StoreException when a reply that began as a success turns out to be none
     */
    ETag copied(HttpReply reply, String what) throws IOException;

    /** What the headers of a GET or HEAD reply tell of its object. */
    ObjectInfo headers(HttpReply reply);

    /** What a GET or HEAD reply tells of its object; what only another request tells is asked for. */
    ObjectInfo info(HttpReply reply, String bucket, String key);

    /** What the server turns out to be like. */
    Quirks quirks();

    /** What a server without quirks holds of metadata. */
    MetadataLimits metadataLimits();

    /** The tag that a PUT reply gives. */
    ETag written(HttpReply reply);

    /** Why an object was not written; metadata that the server does not take go in another form the next time. */
    default StoreException refusal(HttpReply reply, ObjectMetadata sent, String bucket, String key, String what)
            throws IOException {
        return quirks().explain(new Refusal(bucket, key, reply.status(), reply.errorText(), sent))
                ? new TransientStoreException(what + ": the server refuses its metadata; they go in another form now")
                : bucketError(reply, bucket, what);
    }

    /** What a failed request about an object means; reads the reply's body. */
    default StoreException error(HttpReply reply, String what) {
        return error(ServiceError.of(reply), what);
    }

    /** The same of what the service said. */
    StoreException error(ServiceError error, String what);

    /** The same where a 404 can only mean that the bucket is not there. */
    StoreException bucketError(HttpReply reply, String bucket, String what);
}
