package org.multicloudmirror.control;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A status as JSON; what is not known is null. */
public final class StatusJson {

    private static final int SCHEMA = 1;
    private static final JsonFactory FACTORY = new JsonFactory();

    private final ServiceStatus status;
    private final JsonGenerator json;

    private StatusJson(ServiceStatus status, JsonGenerator json) {
        this.status = status;
        this.json = json;
    }

    /** One object, in one line. */
    public static String write(ServiceStatus status) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            new StatusJson(status, json).write();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.append('\n').toString();
    }

    private void write() throws IOException {
        json.writeStartObject();
        json.writeNumberField("schema", SCHEMA);
        json.writeStringField("now", status.now().toString());
        json.writeStringField("place", status.place());
        json.writeFieldName("service");
        ServiceStatus.Running running = status.running();
        if (running == null) {
            json.writeNull();
        } else {
            json.writeStartObject();
            json.writeNumberField("pid", running.pid());
            time("since", running.since());
            json.writeStringField("version", running.version());
            json.writeEndObject();
        }
        json.writeBooleanField("attention", status.needsAttention());
        json.writeArrayFieldStart("scenarios");
        for (ScenarioStatus each : status.scenarios()) {
            write(each);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("pausedOnly");
        for (String name : status.pausedOnly()) {
            json.writeString(name);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("mistakes");
        for (String mistake : status.mistakes()) {
            json.writeString(mistake);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void write(ScenarioStatus scenario) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", scenario.name());
        json.writeStringField("scenario", scenario.scenario());
        json.writeObjectFieldStart("schedule");
        json.writeStringField(scenario.schedule().kind(), scenario.schedule().text());
        if (!scenario.schedule().zone().isEmpty()) {
            json.writeStringField("timezone", scenario.schedule().zone());
        }
        json.writeEndObject();
        Instant paused = scenario.pausedUntil();
        json.writeBooleanField("paused", paused != null);
        time("pausedUntil", Pauses.UNTIL_RESUMED.equals(paused) ? null : paused);
        json.writeFieldName("lastRun");
        write(scenario.last());
        Instant success = scenario.lastSuccess();
        time("lastSuccess", success);
        json.writeFieldName("lagSeconds");
        if (success == null) {
            json.writeNull();
        } else {
            json.writeNumber(Duration.between(success, status.now()).toSeconds());
        }
        json.writeBooleanField("late", scenario.isLate());
        time("nextRun", scenario.nextRun());
        json.writeArrayFieldStart("underWay");
        for (RunProgress each : scenario.underWay()) {
            write(each);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void write(@Nullable LastRun last) throws IOException {
        if (last == null) {
            json.writeNull();
            return;
        }
        json.writeStartObject();
        time("started", last.started());
        json.writeStringField("status", last.status());
        json.writeNumberField("milliseconds", last.duration().toMillis());
        json.writeStringField("problem", last.problem());
        json.writeEndObject();
    }

    private void write(RunProgress run) throws IOException {
        json.writeStartObject();
        json.writeStringField("run", run.runId());
        time("started", run.started());
        json.writeNumberField("listed", run.listed());
        json.writeBooleanField("listingEnded", run.isListingEnded());
        json.writeNumberField("queued", run.queued());
        json.writeNumberField("finished", run.finished());
        json.writeNumberField("failed", run.failed());
        json.writeNumberField("bytes", run.bytes());
        json.writeNumberField("inFlight", run.inFlight());
        json.writeBooleanField("stopping", run.isStopping());
        json.writeEndObject();
    }

    private void time(String field, @Nullable Instant instant) throws IOException {
        json.writeFieldName(field);
        if (instant == null) {
            json.writeNull();
        } else {
            json.writeString(instant.toString());
        }
    }
}
