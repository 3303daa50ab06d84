package org.multicloudmirror.it.corpus;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.TreeMap;

/**
 * An object of the corpus, as the services show it.
 *
 * @param key the whole key
 * @param text its content
 * @param headers the content headers as on the wire, names in lower case; {@code x-delete-at} beside them
 * @param user the user metadata, names without their prefix
 */
record CorpusObject(String key, String text, Map<String, String> headers, Map<String, String> user) {

    CorpusObject {
        headers = new TreeMap<>(headers);
        user = new TreeMap<>(user);
    }

    static CorpusObject ofKey(String key) {
        return new CorpusObject(key, "content of " + key, Map.of(), Map.of());
    }

    static CorpusObject ofHeader(String key, String name, String value) {
        return new CorpusObject(key, key, Map.of(name, value), Map.of());
    }

    static CorpusObject ofUser(String key, Map<String, String> user) {
        return new CorpusObject(key, key, Map.of(), user);
    }

    byte[] content() {
        return text.getBytes(UTF_8);
    }
}
