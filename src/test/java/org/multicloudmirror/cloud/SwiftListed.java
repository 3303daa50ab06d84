package org.multicloudmirror.cloud;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;
import org.multicloudmirror.storage.Keys;

/** A container's listing in JSON. */
final class SwiftListed {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST = 10_000;

    private SwiftListed() {}

    static Reply answer(Service service, Call call) {
        int limit = Integer.parseInt(call.query().getOrDefault("limit", Integer.toString(MOST)));
        if (limit > MOST) {
            return Reply.text(412, "text/plain", "Maximum limit is 10000");
        }
        Bucket bucket = service.bucket(call.bucket()).orElseThrow();
        String prefix = call.query().getOrDefault("prefix", "");
        String end = call.query().getOrDefault("end_marker", "");
        Iterator<String> keys = bucket.after(
                call.query().getOrDefault("marker", ""),
                (key, object) -> key.startsWith(prefix) && (end.isEmpty() || Keys.ORDER.compare(key, end) < 0));
        ArrayNode entries = JSON.createArrayNode();
        while (entries.size() < limit && keys.hasNext()) {
            String key = keys.next();
            StoredObject object = bucket.objects().get(key);
            if (object != null) {
                entries.add(entry(key, object));
            }
        }
        return Reply.of(200)
                .with("Content-Type", "application/json; charset=utf-8")
                .withBody(entries.toString().getBytes(UTF_8));
    }

    private static ObjectNode entry(String key, StoredObject object) {
        ObjectNode entry = JSON.createObjectNode()
                .put("name", key)
                .put("bytes", object.size())
                .put("hash", object.isManifest() ? Md5s.hex(object.content()) : object.etag())
                .put("content_type", object.header("Content-Type").orElse("application/octet-stream"))
                .put("last_modified", ListedTime.swift(object.modified()));
        return object.isManifest() ? entry.put("slo_etag", object.etag()) : entry;
    }
}
