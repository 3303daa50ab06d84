package org.multicloudmirror.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Percent-encoding of UTF-8 bytes (RFC 3986): all but the unreserved characters. Lone surrogates from U+DC80 to U+DCFF
 * stand for bytes that are no UTF-8 (PEP 383).
 */
public final class PercentEncoding {

    private static final String HEX = "0123456789ABCDEF";

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
        if (isUnreserved(text, keepSlash)) {
            return text;
        }
        StringBuilder encoded = new StringBuilder(text.length() + 16);
        for (byte b : bytes(text)) {
            char c = (char) (b & 0xff);
            if (isUnreserved(c, keepSlash)) {
                encoded.append(c);
            } else {
                encoded.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
            }
        }
        return encoded.toString();
    }

    private static boolean isUnreserved(String text, boolean keepSlash) {
        for (int i = 0; i < text.length(); i++) {
            if (!isUnreserved(text.charAt(i), keepSlash)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isUnreserved(char c, boolean keepSlash) {
        return (c >= 'a' && c <= 'z')
                || (c >= '0' && c <= '9')
                || (c >= 'A' && c <= 'Z')
                || c == '-'
                || c == '.'
                || c == '_'
                || c == '~'
                || (keepSlash && c == '/');
    }

    private static byte[] bytes(String text) {
        if (text.chars().noneMatch(c -> c >= 0xdc80 && c <= 0xdcff)) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        text.codePoints().forEach(point -> {
            if (point >= 0xdc80 && point <= 0xdcff) {
                bytes.write(point - 0xdc00);
            } else {
                bytes.writeBytes(Character.toString(point).getBytes(StandardCharsets.UTF_8));
            }
        });
        return bytes.toByteArray();
    }
}
