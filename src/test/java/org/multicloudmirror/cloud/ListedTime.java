package org.multicloudmirror.cloud;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A time as listings have it. */
final class ListedTime {

    private static final DateTimeFormatter S3 = format("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'");
    private static final DateTimeFormatter SWIFT = format("yyyy-MM-dd'T'HH:mm:ss.SSSSSS");

    private ListedTime() {}

    static String s3(Instant time) {
        return S3.format(time);
    }

    /** Without a zone. */
    static String swift(Instant time) {
        return SWIFT.format(time);
    }

    private static DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(ZoneOffset.UTC);
    }
}
