package org.multicloudmirror.cloud;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.multicloudmirror.cloud.StoredObject.Part;

/** Static and dynamic large objects. */
final class SwiftLarge {

    private static final ObjectMapper JSON = new ObjectMapper();

    private SwiftLarge() {}

    /** The object of a manifest; null where a segment is missing or another one than is said. */
    static @Nullable StoredObject manifest(Service service, byte[] text, Fields headers) throws IOException {
        List<Part> parts = new ArrayList<>();
        for (JsonNode node : JSON.readTree(text)) {
            String path = node.get("path").asText();
            Optional<StoredObject> segment = at(service, path);
            String etag = node.path("etag").asText("");
            if (segment.isEmpty()
                    || !(etag.isEmpty() || etag.equals(segment.get().etag()))
                    || node.path("size_bytes").asInt(segment.get().size())
                            != segment.get().size()) {
                return null;
            }
            parts.add(new Part(path, segment.get().size(), segment.get().etag()));
        }
        String etag = Md5s.manifest(parts.stream().map(Part::md5).toList());
        return parts.isEmpty()
                ? null
                : StoredObject.plain(text, headers).etag(etag).of(parts);
    }

    static boolean isDynamic(StoredObject object) {
        return object.headers().has("X-Object-Manifest");
    }

    /** The bytes that a client gets. */
    static byte[] content(Service service, StoredObject object) {
        if (!object.isManifest() && !isDynamic(object)) {
            return object.content();
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        segments(service, object).forEach(segment -> bytes.writeBytes(content(service, segment)));
        return bytes.toByteArray();
    }

    static String etag(Service service, StoredObject object) {
        return isDynamic(object)
                ? Md5s.manifest(segments(service, object).stream()
                        .map(StoredObject::etag)
                        .toList())
                : object.etag();
    }

    private static List<StoredObject> segments(Service service, StoredObject object) {
        if (object.isManifest()) {
            return object.parts().stream()
                    .flatMap(part -> at(service, part.path()).stream())
                    .toList();
        }
        String[] named = Percent.decode(
                        object.headers().first("X-Object-Manifest").orElseThrow())
                .split("/", 2);
        return service.bucket(named[0]).stream()
                .flatMap(bucket -> bucket.objects().entrySet().stream())
                .filter(entry -> entry.getKey().startsWith(named[1]))
                .map(java.util.Map.Entry::getValue)
                .toList();
    }

    /** The answer to {@code multipart-manifest=get}. */
    static Reply told(Service service, StoredObject object) {
        ArrayNode entries = JSON.createArrayNode();
        for (Part part : object.parts()) {
            Optional<StoredObject> segment = at(service, part.path());
            entries.addObject()
                    .put("name", part.path())
                    .put("bytes", part.size())
                    .put("hash", part.md5())
                    .put("content_type", "application/octet-stream")
                    .put("last_modified", ListedTime.swift(object.modified()))
                    .put("sub_slo", segment.isPresent() && segment.get().isManifest());
        }
        return Reply.of(200)
                .with(object.headers())
                .with("Content-Type", "application/json; charset=utf-8")
                .with("ETag", Md5s.hex(object.content()))
                .with("X-Static-Large-Object", "True")
                .with("Last-Modified", HttpTime.of(object.modified()))
                .withBody(entries.toString().getBytes(UTF_8));
    }

    private static Optional<StoredObject> at(Service service, String path) {
        String[] named = path.replaceFirst("^/", "").split("/", 2);
        return service.object(named[0], named[1]);
    }
}
