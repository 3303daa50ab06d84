package org.multicloudmirror.driver.jclouds;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.multicloudmirror.http.HttpReply;
import org.multicloudmirror.storage.ContentHeader;
import org.multicloudmirror.storage.ETag;
import org.multicloudmirror.storage.ObjectInfo;
import org.multicloudmirror.storage.ObjectMetadata;

/** An object's headers as Swift writes them. */
final class SwiftHeaders {

    private static final String USER = "X-Object-Meta-";

    private SwiftHeaders() {}

    static ObjectInfo info(HttpReply reply) {
        Map<ContentHeader, String> headers = new EnumMap<>(ContentHeader.class);
        for (ContentHeader header : ContentHeader.values()) {
            reply.header(header.httpName()).ifPresent(value -> headers.put(header, value));
        }
        return new ObjectInfo(
                reply.contentLength(),
                etag(reply),
                lastModified(reply),
                new ObjectMetadata(headers, reply.headersWithPrefix(USER)));
    }

    /** The tag of a large object is the hash of its segments' hashes, whatever it looks like. */
    static ETag etag(HttpReply reply) {
        String raw = reply.header("ETag").orElse("");
        boolean assembled = reply.header("X-Static-Large-Object").isPresent()
                || reply.header("X-Object-Manifest").isPresent();
        return assembled ? ETag.opaque(raw) : ETag.parse(raw);
    }

    static Map<String, String> toSend(ObjectMetadata metadata) {
        Map<String, String> headers = new LinkedHashMap<>();
        metadata.headers().forEach((header, value) -> headers.put(header.httpName(), value));
        metadata.user().forEach((name, value) -> headers.put(USER + name, value));
        return headers;
    }

    private static Instant lastModified(HttpReply reply) {
        try {
            return reply.header("Last-Modified")
                    .map(text -> Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text)))
                    .orElse(Instant.EPOCH);
        } catch (DateTimeParseException e) {
            return Instant.EPOCH;
        }
    }
}
