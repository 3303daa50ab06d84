package org.multicloudmirror.mirror.task;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.multicloudmirror.scenario.Location;
import org.multicloudmirror.storage.ETag;
import org.multicloudmirror.storage.ObjectEntry;
import org.multicloudmirror.storage.ObjectLocation;

/** What several of the texts of {@link JsonForm} hold, each written beside where it is read. */
final class JsonValues {

    private JsonValues() {}

    static void write(JsonGenerator json, String name, Location place) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeStringField("store", place.store());
        json.writeStringField("bucket", place.bucket());
        json.writeStringField("prefix", place.prefix());
        json.writeEndObject();
    }

    static Location place(JsonFields fields) {
        return new Location(fields.text("store"), fields.text("bucket"), fields.text("prefix"));
    }

    static void write(JsonGenerator json, String name, KeyRange range) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeStringField("run", range.runId());
        json.writeNumberField("index", range.index());
        json.writeStringField("after", range.after());
        if (range.until() != null) {
            json.writeStringField("until", range.until());
        }
        json.writeEndObject();
    }

    static KeyRange range(JsonFields fields) {
        return new KeyRange(
                fields.text("run"),
                fields.integer("index"),
                fields.text("after"),
                fields.has("until") ? fields.text("until") : null);
    }

    static void write(JsonGenerator json, String name, ObjectEntry entry) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeStringField("key", entry.key());
        json.writeNumberField("size", entry.size());
        write(json, "etag", entry.etag());
        json.writeStringField("modified", entry.lastModified().toString());
        json.writeBooleanField("manifest", entry.maybeManifest());
        json.writeBooleanField("archived", entry.maybeArchived());
        json.writeEndObject();
    }

    static ObjectEntry entry(JsonFields fields) {
        return new ObjectEntry(
                fields.text("key"),
                fields.count("size"),
                fields.object("etag", JsonValues::etag),
                fields.time("modified"),
                fields.flag("manifest"),
                fields.flag("archived"));
    }

    private static void write(JsonGenerator json, String name, ETag etag) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeStringField("value", etag.value());
        json.writeBooleanField("md5", etag.isMd5());
        json.writeEndObject();
    }

    private static ETag etag(JsonFields fields) {
        return new ETag(fields.text("value"), fields.flag("md5"));
    }

    static void write(JsonGenerator json, String name, ObjectLocation location) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeStringField("store", location.store());
        json.writeStringField("bucket", location.bucket());
        json.writeStringField("key", location.key());
        json.writeEndObject();
    }

    static ObjectLocation location(JsonFields fields) {
        return new ObjectLocation(fields.text("store"), fields.text("bucket"), fields.text("key"));
    }

    /** The fields of an outcome, without an object around them. */
    static void write(JsonGenerator json, Outcome outcome) throws IOException {
        json.writeStringField("run", outcome.runId());
        json.writeNumberField("sequence", outcome.sequence());
        json.writeStringField("key", outcome.key());
        json.writeNumberField("size", outcome.size());
        write(json, "etag", outcome.etag());
        json.writeStringField("outcome", outcome.kind().name());
        json.writeNumberField("attempts", outcome.attempts());
        json.writeStringField("reason", outcome.reason());
        if (outcome.failure() != null) {
            json.writeStringField("failure", outcome.failure().name());
        }
        json.writeStringField("duration", outcome.duration().toString());
        write(json, "destination", outcome.evidence().destination());
        json.writeStringField("proof", outcome.evidence().proof().name());
        json.writeArrayFieldStart("lost");
        for (String lost : outcome.evidence().lost()) {
            json.writeString(lost);
        }
        json.writeEndArray();
    }

    static Outcome outcome(JsonFields fields) {
        return new Outcome(
                fields.text("run"),
                fields.count("sequence"),
                fields.text("key"),
                fields.count("size"),
                fields.object("etag", JsonValues::etag),
                fields.constant("outcome", OutcomeKind.class),
                fields.integer("attempts"),
                fields.text("reason"),
                fields.duration("duration"),
                new Evidence(
                        fields.object("destination", JsonValues::etag),
                        fields.constant("proof", Proof.class),
                        fields.texts("lost")),
                fields.has("failure") ? fields.constant("failure", FailureClass.class) : null);
    }

    static void write(JsonGenerator json, String name, Skips skips) throws IOException {
        json.writeObjectFieldStart(name);
        // a rule is any text, and a field's name is not
        json.writeArrayFieldStart("rules");
        for (Map.Entry<String, Long> rule : skips.byRule().entrySet()) {
            json.writeStartObject();
            json.writeStringField("rule", rule.getKey());
            json.writeNumberField("count", rule.getValue());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("first");
        for (Outcome skipped : skips.first()) {
            json.writeStartObject();
            write(json, skipped);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    static Skips skips(JsonFields fields) {
        Map<String, Long> byRule = new LinkedHashMap<>();
        fields.objects("rules", rule -> Map.entry(rule.text("rule"), rule.number("count")))
                .forEach(rule -> byRule.put(rule.getKey(), rule.getValue()));
        return new Skips(byRule, fields.objects("first", JsonValues::outcome));
    }
}
