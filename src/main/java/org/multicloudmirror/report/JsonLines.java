package org.multicloudmirror.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import org.multicloudmirror.mirror.run.Report;
import org.multicloudmirror.mirror.task.Outcome;
import org.multicloudmirror.scenario.Scenario;
import org.multicloudmirror.storage.Keys;

/**
 * The report file: a line of JSON for each reported outcome as it happens and one for the summary at the end, in UTF-8.
 * Keys are as the store has them, but for those that are no UTF-8.
 */
public final class JsonLines implements OutcomeFile {

    /** The version of the lines' schema, {@code docs/report.schema.json}: it grows when a field changes or goes. */
    private static final int SCHEMA = 1;

    private static final JsonFactory JSON = new JsonFactory();

    private final LineFile lines;

    /** Creates the file or empties it. */
    public JsonLines(Path file) {
        lines = new LineFile(file);
    }

    @Override
    public void outcome(Scenario scenario, Outcome outcome) {
        if (outcome.kind().isReported()) {
            line(json -> {
                json.writeNumberField("schema", SCHEMA);
                json.writeStringField("type", outcome.kind().word());
                json.writeStringField("run", outcome.runId());
                json.writeStringField("scenario", scenario.toString());
                json.writeStringField("key", Keys.written(outcome.key()));
                json.writeNumberField("size", outcome.size());
                json.writeStringField("etag", outcome.etag().value());
                json.writeStringField(
                        "destinationEtag", outcome.evidence().destination().value());
                json.writeStringField("proof", outcome.evidence().proof().word());
                json.writeNumberField("attempts", outcome.attempts());
                json.writeNumberField("milliseconds", outcome.duration().toMillis());
                json.writeStringField("reason", outcome.reason());
                json.writeArrayFieldStart("lost");
                for (String lost : outcome.evidence().lost()) {
                    json.writeString(lost);
                }
                json.writeEndArray();
            });
        }
    }

    /** Writes the last line: the totals, and each scenario's. */
    @Override
    public void finish(Report report) {
        line(json -> {
            json.writeNumberField("schema", SCHEMA);
            SummaryJson.write(json, report, "");
        });
        close();
    }

    private void line(Fields fields) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            fields.write(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new IllegalStateException("a text in memory can be written", e);
        }
        lines.write(text.append('\n').toString());
    }

    @Override
    public void close() {
        lines.close();
    }

    @FunctionalInterface
    private interface Fields {
        void write(JsonGenerator json) throws IOException;
    }
}
