package org.multicloudmirror.storage.metadata;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.TreeMap;

/** Names and values as a form has them (WHATWG URL, {@code application/x-www-form-urlencoded}), in UTF-8. */
public final class FormText {

    private FormText() {}

    /** {@code name=value&...}, in the map's order; empty for an empty map. */
    public static String of(Map<String, String> fields) {
        StringJoiner text = new StringJoiner("&");
        fields.forEach(
                (name, value) -> text.add(URLEncoder.encode(name, UTF_8) + "=" + URLEncoder.encode(value, UTF_8)));
        return text.toString();
    }

    /** The fields of such a text; empty when it is none. */
    public static Optional<Map<String, String>> fields(String text) {
        Map<String, String> fields = new TreeMap<>();
        if (text.isEmpty()) {
            return Optional.of(fields);
        }
        for (String field : text.split("&", -1)) {
            int equals = field.indexOf('=');
            if (equals < 0) {
                return Optional.empty();
            }
            try {
                fields.put(
                        URLDecoder.decode(field.substring(0, equals), UTF_8),
                        URLDecoder.decode(field.substring(equals + 1), UTF_8));
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }
        return Optional.of(fields);
    }
}
