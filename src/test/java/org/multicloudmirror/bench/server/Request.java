package org.multicloudmirror.bench.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The head of a request.
 *
 * @param path decoded, without the query
 * @param headers by their names in lower case
 */
record Request(String method, String path, Map<String, String> query, Map<String, String> headers) {

    /**
     * The request of a head.
     *
     * @throws IllegalArgumentException when its first line has not three words
     */
    static Request of(String head) {
        String[] lines = head.split("\r\n", -1);
        String[] words = lines[0].split(" ", -1);
        if (words.length != 3) {
            throw new IllegalArgumentException("no request: " + lines[0]);
        }
        int mark = words[1].indexOf('?');
        String path = mark < 0 ? words[1] : words[1].substring(0, mark);
        Map<String, String> headers = new HashMap<>();
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            headers.put(
                    lines[i].substring(0, colon).toLowerCase(Locale.ROOT),
                    lines[i].substring(colon + 1).strip());
        }
        return new Request(
                words[0],
                decoded(path.replace("+", "%2B")),
                mark < 0 ? Map.of() : query(words[1].substring(mark + 1)),
                headers);
    }

    String header(String name) {
        return headers.getOrDefault(name, "");
    }

    String parameter(String name) {
        return query.getOrDefault(name, "");
    }

    boolean asks(String parameter) {
        return query.containsKey(parameter);
    }

    long contentLength() {
        String length = header("content-length");
        return length.isEmpty() ? 0 : Long.parseLong(length);
    }

    private static Map<String, String> query(String text) {
        Map<String, String> query = new HashMap<>();
        for (String pair : text.split("&", -1)) {
            int equals = pair.indexOf('=');
            query.put(
                    equals < 0 ? pair : pair.substring(0, equals),
                    equals < 0 ? "" : decoded(pair.substring(equals + 1)));
        }
        return query;
    }

    private static String decoded(String text) {
        return text.indexOf('%') < 0 && text.indexOf('+') < 0 ? text : URLDecoder.decode(text, UTF_8);
    }
}
