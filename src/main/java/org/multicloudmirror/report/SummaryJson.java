package org.multicloudmirror.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Instant;
import org.multicloudmirror.mirror.run.Report;
import org.multicloudmirror.mirror.run.Summary;
import org.multicloudmirror.mirror.task.OutcomeKind;

/** The fields of the report file's last line. */
final class SummaryJson {

    private SummaryJson() {}

    /** With the name of the scenario, where it has one. */
    static void write(JsonGenerator json, Report report, String name) throws IOException {
        json.writeStringField("type", "summary");
        json.writeStringField("status", report.status().word());
        numbers(json, report.started(), Totals.of(report));
        json.writeArrayFieldStart("scenarios");
        for (Summary summary : report.summaries()) {
            scenario(json, summary, name);
        }
        json.writeEndArray();
    }

    private static void scenario(JsonGenerator json, Summary summary, String name) throws IOException {
        json.writeStartObject();
        if (!name.isEmpty()) {
            json.writeStringField("name", name);
        }
        json.writeStringField("scenario", summary.scenario().toString());
        json.writeStringField("run", summary.runId());
        json.writeStringField("status", summary.status().word());
        json.writeStringField("problem", summary.problem());
        json.writeArrayFieldStart("notes");
        for (String note : summary.notes()) {
            json.writeString(note);
        }
        json.writeEndArray();
        numbers(json, summary.started(), Totals.of(summary));
        json.writeEndObject();
    }

    private static void numbers(JsonGenerator json, Instant started, Totals tally) throws IOException {
        json.writeStringField("started", started.toString());
        json.writeNumberField("milliseconds", tally.duration().toMillis());
        for (OutcomeKind kind : OutcomeKind.values()) {
            // those found equal by inspection are in "equal", together with those that the listings found equal
            if (kind.isReported()) {
                json.writeNumberField(kind.word(), tally.count(kind));
            }
        }
        json.writeNumberField("equal", tally.equal());
        json.writeNumberField("listed", tally.listed());
        json.writeNumberField("bytes", tally.bytes());
    }
}
