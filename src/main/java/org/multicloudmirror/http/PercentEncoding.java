package org.multicloudmirror.http;

import java.nio.charset.StandardCharsets;

/** Percent-encoding of UTF-8 bytes (RFC 3986): all but the unreserved characters. */
public final class PercentEncoding {

    private static final String HEX = "0123456789ABCDEF";

    private static final String UNRESERVED = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~";

    private PercentEncoding() {}

    /** A key as a path: slashes stay. */
    public static String path(String key) {
        return encode(key, true);
    }

    /** A value of a query parameter: slashes are encoded too, as AWS Signature Version 4 wants it. */
    public static String query(String value) {
        return encode(value, false);
    }

    private static String encode(String text, boolean keepSlash) {
        StringBuilder encoded = new StringBuilder(text.length() + 16);
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            boolean unreserved = UNRESERVED.indexOf(c) >= 0 || (keepSlash && c == '/');
            if (unreserved) {
                encoded.append(c);
            } else {
                encoded.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
            }
        }
        return encoded.toString();
    }
}
