package org.multicloudmirror.driver.s3;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.multicloudmirror.driver.ContentHeaders;
import org.multicloudmirror.http.HttpReply;
import org.multicloudmirror.storage.ETag;
import org.multicloudmirror.storage.ObjectInfo;
import org.multicloudmirror.storage.ObjectMetadata;
import org.multicloudmirror.storage.metadata.EncodedWords;
import org.multicloudmirror.storage.metadata.FormText;

/** An object's headers as S3 writes them. */
final class S3Headers {

    private static final String USER = "x-amz-meta-";
    /** Not told by all services, and the same as none. */
    private static final String DEFAULT_CLASS = "STANDARD";

    static final String STORAGE_CLASS = "x-amz-storage-class";

    private S3Headers() {}

    /** What a GET or HEAD reply tells of its object. */
    static ObjectInfo info(HttpReply reply) {
        Map<String, String> user = reply.headersWithPrefix(USER);
        user.replaceAll((name, value) -> EncodedWords.decode(value));
        return new ObjectInfo(
                reply.contentLength(),
                etag(reply),
                reply.date("Last-Modified").orElse(Instant.EPOCH),
                new ObjectMetadata(
                        ContentHeaders.of(reply),
                        user,
                        Map.of(),
                        null,
                        reply.header(STORAGE_CLASS)
                                .filter(name -> !name.equals(DEFAULT_CLASS))
                                .orElse(null)));
    }

    /** Whether the object has tags, which take another request. */
    static boolean isTagged(HttpReply reply) {
        return reply.header("x-amz-tagging-count")
                .map(count -> !count.equals("0"))
                .orElse(false);
    }

    /**
     * The tag of a GET, HEAD or PUT reply. With SSE-KMS and SSE-C it is not the MD5 of the content, though it looks
     * like one (S3 API reference, "Object").
     */
    static ETag etag(HttpReply reply) {
        return etag(reply, reply.header("ETag").orElse(""));
    }

    /** The same for a tag that the body brings. */
    static ETag etag(HttpReply reply, String raw) {
        return isEncrypted(reply) ? ETag.opaque(raw) : ETag.parse(raw);
    }

    /** Whether the object is encrypted in a way that its tag is not made of MD5s. */
    static boolean isEncrypted(HttpReply reply) {
        return reply.header("x-amz-server-side-encryption")
                        .map(how -> how.startsWith("aws:kms"))
                        .orElse(false)
                || reply.header("x-amz-server-side-encryption-customer-algorithm")
                        .isPresent();
    }

    /** The headers that a PUT sends for these metadata. */
    static Map<String, String> toSend(ObjectMetadata metadata) {
        Map<String, String> headers = new LinkedHashMap<>();
        metadata.headers().forEach((header, value) -> headers.put(header.httpName(), value));
        metadata.user().forEach((name, value) -> headers.put(USER + name, EncodedWords.encode(value)));
        if (!metadata.tags().isEmpty()) {
            headers.put("x-amz-tagging", FormText.of(metadata.tags()));
        }
        String storageClass = metadata.storageClass();
        if (storageClass != null) {
            headers.put(STORAGE_CLASS, storageClass);
        }
        return headers;
    }
}
