package org.multicloudmirror.it.corpus;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/** What {@code docs/metadata.md} tells of packed metadata, done by the book and without the code that packs them. */
final class Packed {

    private Packed() {}

    /** The metadata that pieces among these are made of; none when there are no pieces. */
    static Map<String, String> fields(Map<String, String> user) {
        StringBuilder word = new StringBuilder();
        for (int i = 1; user.containsKey("mirror-metadata-" + i); i++) {
            word.append(user.get("mirror-metadata-" + i));
        }
        Map<String, String> fields = new TreeMap<>();
        if (word.isEmpty()) {
            return fields;
        }
        for (String field : inflated(word.toString()).split("&", -1)) {
            String[] parts = field.split("=", 2);
            fields.put(URLDecoder.decode(parts[0], UTF_8), URLDecoder.decode(parts[1], UTF_8));
        }
        return fields;
    }

    private static String inflated(String word) {
        byte[] bytes = Base64.getUrlDecoder().decode(word);
        try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(bytes), new Inflater(true))) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
