package org.multicloudmirror.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.multicloudmirror.mirror.run.Report;

/**
 * A report as webhooks are told it.
 *
 * @param recovered whether it is the first that is ok after one that was not
 * @param name of the scenario in its file; empty when there is none
 * @param host where it ran
 * @param version of the tool
 */
public record ReportMessage(Report report, boolean recovered, String name, String host, String version) {

    private static final JsonFactory JSON = new JsonFactory();
    private static final int SCHEMA = 1;

    /** In characters; chats cut what is longer. */
    private static final int LONGEST = 3000;

    private interface Fields {
        void writeTo(JsonGenerator json) throws IOException;
    }

    /**
     * For machines; docs/webhook.schema.json.
     *
     * @param id the same however often it is sent
     */
    public String json(String id) {
        return object(json -> {
            json.writeNumberField("schema", SCHEMA);
            json.writeStringField("type", "report");
            json.writeStringField("id", id);
            json.writeStringField("host", host);
            json.writeStringField("version", version);
            json.writeStringField("status", report.status().word());
            json.writeBooleanField("recovered", recovered);
            json.writeStringField("text", ConsoleSummary.render(report));
            json.writeObjectFieldStart("summary");
            json.writeNumberField("schema", SCHEMA);
            SummaryJson.write(json, report, name);
            json.writeEndObject();
        });
    }

    /** For chats that take what Slack takes. */
    public String slack() {
        String text = "multi-cloud-mirror on " + host + (name.isEmpty() ? "" : ", " + name) + ": "
                + StatusWords.headline(report.status()) + (recovered ? " again" : "") + "\n"
                + ConsoleSummary.render(report);
        String cut = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
        // the three characters that mean something there
        String escaped = cut.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        return object(json -> json.writeStringField("text", escaped));
    }

    private static String object(Fields fields) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            fields.writeTo(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
