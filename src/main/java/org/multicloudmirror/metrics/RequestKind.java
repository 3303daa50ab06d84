package org.multicloudmirror.metrics;

import java.util.Locale;
import java.util.Map;
import org.multicloudmirror.http.HttpCall;

/** What a request is for, as far as its method, its query and its headers tell, in either protocol. */
enum RequestKind {
    LOGIN,
    LIST,
    HEAD,
    GET,
    PUT,
    COPY,
    UPDATE,
    /** Begins, describes, ends or gives up an upload in parts; a manifest. */
    UPLOAD,
    PART,
    DELETE,
    BULK_DELETE,
    OTHER;

    private static final Map<String, RequestKind> BY_METHOD =
            Map.of("HEAD", HEAD, "GET", GET, "PUT", PUT, "POST", UPDATE, "COPY", COPY, "DELETE", DELETE);

    static RequestKind of(HttpCall call) {
        String target = call.target();
        int mark = target.indexOf('?');
        String path = mark < 0 ? target : target.substring(0, mark);
        Query query = new Query(mark < 0 ? "" : target.substring(mark + 1));
        if (isLogin(call, path, query)) {
            return LOGIN;
        }
        if (query.has("uploadId")) {
            return query.has("partNumber") ? PART : UPLOAD;
        }
        if (query.has("uploads") || query.is("multipart-manifest", "put")) {
            return UPLOAD;
        }
        if (query.has("delete") || query.has("bulk-delete")) {
            return BULK_DELETE;
        }
        if (call.method().equals("PUT") && (has(call, "x-amz-copy-source") || has(call, "X-Copy-From"))) {
            return COPY;
        }
        if (call.method().equals("GET") && (query.has("list-type") || query.has("prefix") || query.has("format"))) {
            return LIST;
        }
        boolean isAside = query.has("tagging") || query.has("location") || path.endsWith("/info");
        return isAside ? OTHER : BY_METHOD.getOrDefault(call.method(), OTHER);
    }

    /** Keystone's two versions, Swift's own, and AWS's roles. */
    private static boolean isLogin(HttpCall call, String path, Query query) {
        return path.endsWith("/tokens")
                || has(call, "X-Auth-Key")
                || query.has("Action")
                || call.endpoint().host().startsWith("sts.");
    }

    private static boolean has(HttpCall call, String header) {
        return call.fields().stream().anyMatch(field -> field.name().equalsIgnoreCase(header));
    }

    /** The word in metrics, such as {@code bulk-delete}. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What follows the question mark. */
    private record Query(String text) {

        boolean has(String name) {
            for (String parameter : text.split("&", -1)) {
                if (parameter.equals(name) || parameter.startsWith(name + "=")) {
                    return true;
                }
            }
            return false;
        }

        boolean is(String name, String value) {
            return ("&" + text + "&").contains("&" + name + "=" + value + "&");
        }
    }
}
