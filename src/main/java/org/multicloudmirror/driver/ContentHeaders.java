package org.multicloudmirror.driver;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.multicloudmirror.http.HttpReply;
import org.multicloudmirror.storage.ContentHeader;

/** The content headers that a GET or HEAD reply tells of its object. */
public final class ContentHeaders {

    /** How a signed body was sent once (AWS Signature Version 4), which some services keep as if it were the object's. */
    private static final String TRANSFER = "aws-chunked";

    private ContentHeaders() {}

    /** Those that it has, as they are, less what tells how they were sent. */
    public static Map<ContentHeader, String> of(HttpReply reply) {
        Map<ContentHeader, String> headers = new EnumMap<>(ContentHeader.class);
        for (ContentHeader header : ContentHeader.values()) {
            Optional<String> value = reply.header(header.httpName());
            (header == ContentHeader.CONTENT_ENCODING ? value.flatMap(ContentHeaders::lasting) : value)
                    .ifPresent(kept -> headers.put(header, kept));
        }
        return headers;
    }

    /** The encodings that the stored bytes have; empty when there are none. */
    static Optional<String> lasting(String encodings) {
        if (!encodings.toLowerCase(Locale.ROOT).contains(TRANSFER)) {
            return Optional.of(encodings);
        }
        String kept = Arrays.stream(encodings.split(","))
                .map(String::strip)
                .filter(token -> !token.isEmpty() && !token.equalsIgnoreCase(TRANSFER))
                .collect(Collectors.joining(", "));
        return kept.isEmpty() ? Optional.empty() : Optional.of(kept);
    }
}
