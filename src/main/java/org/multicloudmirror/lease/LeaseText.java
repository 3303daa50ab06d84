package org.multicloudmirror.lease;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a lease says.
 *
 * @param prefix of the destination, within its bucket
 * @param holder who has it
 * @param length how long it holds from the time that it was written
 * @param token of the run, and of no other
 * @param renewal how often it was renewed, so that no two texts are equal
 */
record LeaseText(String prefix, Holder holder, Duration length, String token, long renewal) {

    private static final JsonFactory JSON = new JsonFactory();

    /** As long as a lease may be asked for. */
    private static final long MOST_SECONDS = Duration.ofDays(1).toSeconds();

    LeaseText renewed() {
        return new LeaseText(prefix, holder, length, token, renewal + 1);
    }

    LeaseText since(Instant time) {
        Holder then = new Holder(holder.host(), holder.pid(), holder.run(), holder.scenario(), time);
        return new LeaseText(prefix, then, length, token, renewal);
    }

    /** Whether keys below its prefix may be below another one. */
    boolean overlaps(String other) {
        return prefix.startsWith(other) || other.startsWith(prefix);
    }

    String json() {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("prefix", prefix);
            json.writeStringField("host", holder.host());
            json.writeNumberField("pid", holder.pid());
            json.writeStringField("run", holder.run());
            json.writeStringField("scenario", holder.scenario());
            json.writeStringField("since", holder.since().toString());
            json.writeNumberField("seconds", length.toSeconds());
            json.writeStringField("token", token);
            json.writeNumberField("renewal", renewal);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("writing a text in memory", e);
        }
        return text.toString();
    }

    /** The lease of a text; nothing when it is none. */
    static Optional<LeaseText> read(String text) {
        try {
            Map<String, String> fields = fields(text);
            Holder holder = new Holder(
                    fields.getOrDefault("host", ""),
                    Long.parseLong(fields.getOrDefault("pid", "")),
                    fields.getOrDefault("run", ""),
                    fields.getOrDefault("scenario", ""),
                    Instant.parse(fields.getOrDefault("since", "")));
            String prefix = fields.get("prefix");
            String token = fields.get("token");
            if (prefix == null || token == null) {
                return Optional.empty();
            }
            return Optional.of(new LeaseText(
                    prefix,
                    holder,
                    Duration.ofSeconds(Math.min(MOST_SECONDS, Long.parseLong(fields.getOrDefault("seconds", "")))),
                    token,
                    Long.parseLong(fields.getOrDefault("renewal", ""))));
        } catch (IOException | DateTimeException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Map<String, String> fields(String text) throws IOException {
        Map<String, String> fields = new HashMap<>();
        try (JsonParser json = JSON.createParser(text)) {
            if (json.nextToken() == JsonToken.START_OBJECT) {
                while (json.nextToken() == JsonToken.FIELD_NAME) {
                    String name = json.currentName();
                    json.nextToken();
                    fields.put(name, json.getText());
                }
            }
        }
        return fields;
    }
}
