package org.multicloudmirror.it.corpus;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.multicloudmirror.it.servers.SwiftClient;

/**
 * A container as it is on the wire, filled and looked at in Swift's own words.
 *
 * @param store the name that the tool knows its service by
 * @param quotesUnderscores whether Swift's S3 door is in front of it, which writes {@code _} in a name as {@code =5f}
 */
record Shelf(SwiftClient client, String store, String container, boolean quotesUnderscores) {

    /** What Swift adds, or gives to each object. */
    private static final List<String> HEADERS = List.of(
            "content-type",
            "cache-control",
            "content-disposition",
            "content-encoding",
            "content-language",
            "expires",
            "x-delete-at");

    private static final String USER = "x-object-meta-";

    String url() {
        return store + "://" + container;
    }

    void put(CorpusObject object) {
        Map<String, String> headers = new HashMap<>(object.headers());
        headers.putIfAbsent("content-type", "application/octet-stream");
        object.user()
                .forEach((name, value) ->
                        headers.put(USER + (quotesUnderscores ? name.replace("_", "=5f") : name), value));
        client.put(container, object.key(), object.content(), headers);
    }

    /** An object as it is there, what is packed and what is a mirror's own included. */
    CorpusObject object(String key) {
        Map<String, String> found = client.headers(container, key);
        Map<String, String> headers = new TreeMap<>();
        Map<String, String> user = new TreeMap<>();
        found.forEach((name, value) -> {
            if (HEADERS.contains(name)) {
                headers.put(name, value);
            } else if (name.startsWith(USER)) {
                String bare = name.substring(USER.length());
                user.put(quotesUnderscores ? bare.replace("=5f", "_") : bare, value);
            }
        });
        return new CorpusObject(key, new String(client.content(container, key), UTF_8), headers, user);
    }
}
