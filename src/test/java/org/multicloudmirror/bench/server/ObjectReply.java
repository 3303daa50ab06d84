package org.multicloudmirror.bench.server;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Answers a GET or HEAD of an object: all of it, or a range of one version (RFC 9110, 13.1.1 and 14.2). */
final class ObjectReply {

    private static final Pattern RANGE = Pattern.compile("bytes=(\\d+)-(\\d*)");

    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private ObjectReply() {}

    /**
     * The answer to a request.
     *
     * @param headers of the service's own, whole lines
     */
    static Reply of(Request request, StoredObject object, String headers) {
        String version = request.header("if-match").replace("\"", "");
        if (!version.isEmpty() && !version.equals(object.etag())) {
            return Reply.empty(412, "");
        }
        long first = 0;
        long last = object.size() - 1;
        Matcher range = RANGE.matcher(request.header("range"));
        boolean isRange = range.matches();
        if (isRange) {
            first = Long.parseLong(range.group(1));
            last = range.group(2).isEmpty() ? last : Math.min(last, Long.parseLong(range.group(2)));
            if (first > last) {
                return Reply.empty(416, "");
            }
        }
        if (object.variant() == StoredObject.NO_VARIANT
                && object.size() > 0
                && request.method().equals("GET")) {
            return Reply.failure(501, "the load server keeps no bytes that it has not generated");
        }
        String told = "Accept-Ranges: bytes\r\nLast-Modified: " + date(object.modified()) + "\r\n" + object.headers()
                + headers
                + (isRange ? "Content-Range: bytes " + first + "-" + last + "/" + object.size() + "\r\n" : "");
        // of an empty object there is nothing to generate, and the variant is of no use
        return Reply.generated(isRange ? 206 : 200, told, Math.max(0, object.variant()), first, last - first + 1);
    }

    private static String date(Instant time) {
        return HTTP_DATE.format(time);
    }
}
