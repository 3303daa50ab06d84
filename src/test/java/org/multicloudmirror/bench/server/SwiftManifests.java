package org.multicloudmirror.bench.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.multicloudmirror.it.servers.Json;

/** Static large objects (OpenStack Object Storage API, "Static large objects"). */
final class SwiftManifests {

    private final Cloud cloud;

    SwiftManifests(Cloud cloud) {
        this.cloud = cloud;
    }

    /** Makes the object of the segments that the body names; what it says of them must be right. */
    Reply put(Request request, byte[] body, Bucket container, String key) {
        List<Part> parts = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        for (Map<String, Object> line : Json.objects(body)) {
            String path = String.valueOf(line.get("path"));
            StoredObject segment = segment(path);
            if (!segment.etag().equals(line.get("etag"))) {
                return Reply.failure(400, path + " has another tag");
            }
            parts.add(new Part(segment.size(), segment.variant(), segment.etag()));
            lines.add("{\"name\": \"%s\", \"bytes\": %d, \"hash\": \"%s\"}"
                    .formatted(path, segment.size(), segment.etag()));
        }
        String etag = md5(parts.stream().map(Part::etag).collect(Collectors.joining()));
        String expected = request.header("etag");
        if (!expected.isEmpty() && !expected.equals(etag)) {
            return Reply.empty(422, "");
        }
        String manifest = "[" + String.join(", ", lines) + "]";
        String headers = Metadata.of(request, SwiftDoor.USER_METADATA);
        container.put(
                key,
                new StoredObject(
                        Part.lengthOf(parts),
                        Part.variantOf(parts),
                        etag,
                        md5(manifest),
                        Instant.now(),
                        headers,
                        manifest));
        return Reply.empty(201, "ETag: \"" + etag + "\"\r\n");
    }

    Reply get(StoredObject object) {
        return Reply.text(
                200,
                "X-Static-Large-Object: True\r\nContent-Type: application/json\r\n",
                object.manifest().getBytes(UTF_8));
    }

    private StoredObject segment(String path) {
        String[] names = path.substring(1).split("/", 2);
        return cloud.bucket(Protocol.SWIFT, names[0])
                .flatMap(container -> container.object(names[1]))
                .orElseThrow(() -> new IllegalArgumentException("no segment " + path));
    }

    private static String md5(String text) {
        return HexFormat.of().formatHex(Content.md5().digest(text.getBytes(ISO_8859_1)));
    }
}
