package org.multicloudmirror.history;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** An entry as a line of JSON. */
final class HistoryLine {

    private static final JsonFactory JSON = new JsonFactory();

    private HistoryLine() {}

    static String write(HistoryEntry entry) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("started", entry.started().toString());
            json.writeStringField("run", entry.runId());
            if (!entry.name().isEmpty()) {
                json.writeStringField("name", entry.name());
            }
            json.writeStringField("scenario", entry.scenario());
            json.writeStringField("status", entry.status());
            json.writeStringField("problem", entry.problem());
            json.writeNumberField("milliseconds", entry.duration().toMillis());
            json.writeNumberField("copied", entry.copied());
            json.writeNumberField("failed", entry.failed());
            json.writeNumberField("equal", entry.equal());
            json.writeNumberField("bytes", entry.bytes());
            json.writeEndObject();
        }
        return text.toString();
    }

    /** The entry of a line; nothing when it is none, such as one that a full disk cut off. */
    static Optional<HistoryEntry> read(String line) {
        Map<String, String> fields = new HashMap<>();
        try (JsonParser json = JSON.createParser(line)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                json.nextToken();
                fields.put(name, json.getText());
            }
            return Optional.of(new HistoryEntry(
                    Instant.parse(fields.getOrDefault("started", "")),
                    fields.getOrDefault("run", ""),
                    fields.getOrDefault("name", ""),
                    fields.getOrDefault("scenario", ""),
                    fields.getOrDefault("status", ""),
                    fields.getOrDefault("problem", ""),
                    Duration.ofMillis(number(fields, "milliseconds")),
                    number(fields, "copied"),
                    number(fields, "failed"),
                    number(fields, "equal"),
                    number(fields, "bytes")));
        } catch (IOException | DateTimeException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static long number(Map<String, String> fields, String name) {
        return Long.parseLong(fields.getOrDefault(name, ""));
    }
}
