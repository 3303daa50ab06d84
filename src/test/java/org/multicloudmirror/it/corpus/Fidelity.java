package org.multicloudmirror.it.corpus;

import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What of an object is not as it was in its copy, once what the documentation says of the copy's form is undone. */
final class Fidelity {

    private Fidelity() {}

    /** Each difference in a few words; none for a faithful copy. */
    static List<String> differences(CorpusObject original, CorpusObject copy) {
        CorpusObject source = plain(original);
        CorpusObject found = plain(copy);
        List<String> differences = new ArrayList<>();
        if (!source.text().equals(found.text())) {
            differences.add("content");
        }
        differences.addAll(of("", source.headers(), found.headers()));
        differences.addAll(of("metadata ", source.user(), found.user()));
        return differences;
    }

    private static List<String> of(String kind, Map<String, String> source, Map<String, String> copy) {
        List<String> differences = new ArrayList<>();
        source.forEach((name, value) -> {
            if (!isSame(value, copy.get(name))) {
                differences.add(kind + "\"" + name + "\": " + value + " became " + copy.get(name));
            }
        });
        copy.keySet().stream()
                .filter(name -> !source.containsKey(name))
                .forEach(name -> differences.add(kind + "\"" + name + "\" came up"));
        return differences;
    }

    /** One of them may be the words of RFC 2047 of the other. */
    private static boolean isSame(String value, String copy) {
        return copy != null
                && (value.equals(copy)
                        || value.equals(decoded(copy))
                        || decoded(value).equals(copy));
    }

    private static String decoded(String wire) {
        try {
            return MimeUtility.decodeText(wire);
        } catch (UnsupportedEncodingException e) {
            return wire;
        }
    }

    private static CorpusObject plain(CorpusObject object) {
        Map<String, String> headers = new TreeMap<>(object.headers());
        headers.putIfAbsent("content-type", "application/octet-stream");
        Map<String, String> user = new TreeMap<>(object.user());
        if (!user.containsKey("mirror-source-etag")) {
            return new CorpusObject(object.key(), object.text(), headers, user);
        }
        user.keySet().removeIf(name -> name.startsWith("mirror-source-") || name.startsWith("mirror-metadata-"));
        Packed.fields(object.user()).forEach((name, value) -> {
            boolean isHeader = !name.equals(name.toLowerCase(Locale.ROOT));
            (isHeader ? headers : user).put(name.toLowerCase(Locale.ROOT), value);
        });
        String deleteAt = user.remove("mirror-delete-at");
        if (deleteAt != null) {
            headers.put("x-delete-at", Long.toString(Instant.parse(deleteAt).getEpochSecond()));
        }
        return new CorpusObject(object.key(), object.text(), headers, user);
    }
}
