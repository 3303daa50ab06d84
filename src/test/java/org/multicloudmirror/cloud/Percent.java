package org.multicloudmirror.cloud;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.Map;

/** Percent-encoding. */
public final class Percent {

    private Percent() {}

    /** A path segment or a name; a plus sign is one. */
    public static String decode(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), UTF_8);
    }

    /** Values of a query, whose plus signs are spaces. */
    static Map<String, String> query(String text) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String pair : text.split("&", -1)) {
            int sign = pair.indexOf('=');
            if (!pair.isEmpty()) {
                values.put(
                        URLDecoder.decode(sign < 0 ? pair : pair.substring(0, sign), UTF_8),
                        sign < 0 ? "" : URLDecoder.decode(pair.substring(sign + 1), UTF_8));
            }
        }
        return values;
    }

    /** As RFC 3986 has it, which is also what a signature is made of. */
    static String encode(String text) {
        return URLEncoder.encode(text, UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    public static String path(String text) {
        return encode(text).replace("%2F", "/");
    }

    /** As S3 encodes the keys of a listing. */
    static String listed(String key) {
        return URLEncoder.encode(key, UTF_8).replace("%2F", "/");
    }
}
