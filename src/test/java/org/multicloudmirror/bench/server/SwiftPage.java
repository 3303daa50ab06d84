package org.multicloudmirror.bench.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.multicloudmirror.bench.server.Listing.Query;

/** A page of a container as JSON (OpenStack Object Storage API, "Show container details and list objects"). */
final class SwiftPage {

    private static final int MOST = 10_000;
    private static final int LINE = 256;

    /** Swift tells microseconds and no zone. */
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd'T'HH:mm:ss.SSSSSS", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private SwiftPage() {}

    static Reply of(Bucket container, Request request) {
        Query query = new Query(
                request.parameter("prefix"),
                request.parameter("marker"),
                request.parameter("end_marker"),
                request.parameter("delimiter"),
                request.asks("limit") ? Math.min(MOST, Integer.parseInt(request.parameter("limit"))) : MOST);
        Listing page = Listing.of(container, query);
        StringBuilder json = new StringBuilder(page.lines().size() * LINE + 2).append('[');
        String comma = "";
        for (Listed line : page.lines()) {
            json.append(comma);
            append(line, json);
            comma = ", ";
        }
        json.append(']');
        return Reply.text(
                200, "Content-Type: application/json\r\n", json.toString().getBytes(ISO_8859_1));
    }

    private static void append(Listed line, StringBuilder json) {
        StoredObject object = line.object();
        if (object == null) {
            json.append("{\"subdir\": \"").append(line.key()).append("\"}");
            return;
        }
        json.append("{\"name\": \"")
                .append(line.key())
                .append("\", \"hash\": \"")
                .append(object.listedTag());
        json.append("\", \"bytes\": ").append(object.size());
        json.append(", \"content_type\": \"application/octet-stream\", \"last_modified\": \"");
        TIME.formatTo(object.modified(), json);
        json.append("\"}");
    }
}
