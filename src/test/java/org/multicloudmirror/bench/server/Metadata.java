package org.multicloudmirror.bench.server;

import java.util.Set;

/** The lines of an object's metadata, kept as they came. */
final class Metadata {

    private static final Set<String> CONTENT_HEADERS = Set.of(
            "content-type", "cache-control", "content-disposition", "content-encoding", "content-language", "expires");

    private Metadata() {}

    /**
     * The lines to answer with.
     *
     * @param prefix of the service's user metadata, in lower case
     */
    static String of(Request request, String prefix) {
        StringBuilder lines = new StringBuilder();
        request.headers().forEach((name, value) -> {
            if (name.startsWith(prefix) || CONTENT_HEADERS.contains(name)) {
                lines.append(name).append(": ").append(value).append("\r\n");
            }
        });
        return lines.toString();
    }
}
