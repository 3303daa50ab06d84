package org.multicloudmirror.driver.jclouds;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.multicloudmirror.driver.ContentHeaders;
import org.multicloudmirror.http.HttpReply;
import org.multicloudmirror.storage.ETag;
import org.multicloudmirror.storage.ObjectInfo;
import org.multicloudmirror.storage.ObjectMetadata;

/** An object's headers as Swift writes them. */
final class SwiftHeaders {

    private static final String STATIC = "X-Static-Large-Object";
    private static final String USER = "X-Object-Meta-";
    private static final String DELETE_AT = "X-Delete-At";

    private SwiftHeaders() {}

    static ObjectInfo info(HttpReply reply) {
        return new ObjectInfo(
                reply.contentLength(),
                etag(reply),
                reply.date("Last-Modified").orElse(Instant.EPOCH),
                new ObjectMetadata(ContentHeaders.of(reply), user(reply), Map.of(), deleteAt(reply), null));
    }

    /** Ceph's gateway tells there, too, that an object is a large one. */
    private static Map<String, String> user(HttpReply reply) {
        Map<String, String> user = reply.headersWithPrefix(USER);
        if (reply.header(STATIC).isPresent()) {
            user.remove("static-large-object");
        }
        return user;
    }

    /** The tag of a large object is the hash of its segments' hashes, whatever it looks like. */
    static ETag etag(HttpReply reply) {
        String raw = reply.header("ETag").orElse("");
        boolean assembled = reply.header(STATIC).isPresent()
                || reply.header("X-Object-Manifest").isPresent();
        return assembled ? ETag.opaque(raw) : ETag.parse(raw);
    }

    static Map<String, String> toSend(ObjectMetadata metadata) {
        Map<String, String> headers = new LinkedHashMap<>();
        metadata.headers().forEach((header, value) -> headers.put(header.httpName(), value));
        metadata.user().forEach((name, value) -> headers.put(USER + name, value));
        Instant deleteAt = metadata.deleteAt();
        if (deleteAt != null) {
            headers.put(DELETE_AT, Long.toString(deleteAt.getEpochSecond()));
        }
        return headers;
    }

    /** What was written as {@code X-Delete-After} comes back as this, too. */
    static @Nullable Instant deleteAt(HttpReply reply) {
        return reply.header(DELETE_AT)
                .filter(text -> text.matches("\\d{1,11}"))
                .map(text -> Instant.ofEpochSecond(Long.parseLong(text)))
                .orElse(null);
    }
}
