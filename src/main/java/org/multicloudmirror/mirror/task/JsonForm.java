package org.multicloudmirror.mirror.task;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.multicloudmirror.mirror.options.BackupPlace;
import org.multicloudmirror.mirror.options.Compare;
import org.multicloudmirror.mirror.options.RunMode;
import org.multicloudmirror.mirror.options.WrittenClass;
import org.multicloudmirror.scenario.Scenario;

/**
 * What travels between the stages of a run as JSON, for a stage in another process: ASCII, one object a text, with the
 * schema's number and the type first. What a text is read as equals what it was written of. Nothing reads it yet but
 * tests, which make a copy in another process.
 */
public final class JsonForm {

    /** Counts up with each change that an earlier version would misread. */
    public static final int SCHEMA = 1;

    // keys may hold what is no Unicode
    private static final JsonFactory JSON =
            JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private JsonForm() {}

    /** Something that is written into an object. */
    private interface Fields {
        void to(JsonGenerator json) throws IOException;
    }

    /** The form of a descriptor. */
    public static String of(RunDescriptor run) {
        return text("run", json -> {
            json.writeStringField("id", run.id());
            JsonValues.write(json, "source", run.scenario().source());
            JsonValues.write(json, "destination", run.scenario().destination());
            json.writeStringField("mode", run.mode().name());
            json.writeStringField("compare", run.compare().name());
            json.writeStringField("backup", run.backup().prefix());
            json.writeBooleanField("creates", run.createsDestination());
            json.writeStringField("class", run.writtenClass().name());
            json.writeStringField("started", run.started().toString());
        });
    }

    /** The form of a task. */
    public static String of(CopyTask task) {
        return text("task", json -> {
            JsonValues.write(json, "range", task.range());
            json.writeNumberField("sequence", task.sequence());
            JsonValues.write(json, "entry", task.entry());
            JsonValues.write(json, "source", task.source());
            JsonValues.write(json, "destination", task.destination());
            json.writeStringField("decision", task.decision().name());
            if (task.present() != null) {
                JsonValues.write(json, "present", task.present());
            }
            json.writeStringField("reason", task.reason());
        });
    }

    /** The form of an outcome. */
    public static String of(Outcome outcome) {
        return text("outcome", json -> JsonValues.write(json, outcome));
    }

    /**
     * The form of a marker.
     *
     * @throws IllegalArgumentException when it holds extras: they are files of the process that gathered them
     */
    public static String of(RangeMarker marker) {
        if (marker.extras() != Extras.NONE) {
            throw new IllegalArgumentException("a marker with extras stays in its process");
        }
        return text("marker", json -> {
            JsonValues.write(json, "range", marker.range());
            json.writeStringField("ending", marker.ending().name());
            json.writeStringField("problem", marker.problem());
            json.writeNumberField("queued", marker.queued());
            json.writeNumberField("listed", marker.listed());
            json.writeNumberField("equal", marker.equal());
            JsonValues.write(json, "skips", marker.skips());
            json.writeArrayFieldStart("cuts");
            for (int cut : marker.cuts()) {
                json.writeNumber(cut);
            }
            json.writeEndArray();
        });
    }

    /**
     * Reads a descriptor.
     *
     * @throws InvalidJsonFormException when it is no descriptor, or one of a newer version
     */
    public static RunDescriptor run(String text) {
        return JsonFields.read(
                "run",
                text,
                SCHEMA,
                fields -> new RunDescriptor(
                        fields.text("id"),
                        new Scenario(
                                fields.object("source", JsonValues::place),
                                fields.object("destination", JsonValues::place)),
                        fields.constant("mode", RunMode.class),
                        fields.constant("compare", Compare.class),
                        new BackupPlace(fields.text("backup")),
                        fields.flag("creates"),
                        new WrittenClass(fields.text("class")),
                        fields.time("started")));
    }

    /**
     * Reads a task.
     *
     * @throws InvalidJsonFormException when it is no task, or one of a newer version
     */
    public static CopyTask task(String text) {
        return JsonFields.read(
                "task",
                text,
                SCHEMA,
                fields -> new CopyTask(
                        fields.object("range", JsonValues::range),
                        fields.positive("sequence"),
                        fields.object("entry", JsonValues::entry),
                        fields.object("source", JsonValues::location),
                        fields.object("destination", JsonValues::location),
                        fields.constant("decision", Decision.class),
                        fields.has("present") ? fields.object("present", JsonValues::entry) : null,
                        fields.text("reason")));
    }

    /**
     * Reads an outcome.
     *
     * @throws InvalidJsonFormException when it is no outcome, or one of a newer version
     */
    public static Outcome outcome(String text) {
        return JsonFields.read("outcome", text, SCHEMA, JsonValues::outcome);
    }

    /**
     * Reads a marker.
     *
     * @throws InvalidJsonFormException when it is no marker, or one of a newer version
     */
    public static RangeMarker marker(String text) {
        return JsonFields.read(
                "marker",
                text,
                SCHEMA,
                fields -> new RangeMarker(
                        fields.object("range", JsonValues::range),
                        fields.constant("ending", RangeMarker.Ending.class),
                        fields.text("problem"),
                        fields.count("queued"),
                        fields.count("listed"),
                        fields.count("equal"),
                        fields.object("skips", JsonValues::skips),
                        Extras.NONE,
                        fields.integers("cuts")));
    }

    private static String text(String type, Fields fields) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeNumberField(JsonFields.SCHEMA, SCHEMA);
            json.writeStringField(JsonFields.TYPE, type);
            fields.to(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
