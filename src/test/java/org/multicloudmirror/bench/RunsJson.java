package org.multicloudmirror.bench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Every single run, for those who want to compute something else of them. */
final class RunsJson {

    private RunsJson() {}

    static void write(Path file, String machine, List<Result> results) throws IOException {
        try (Writer writer = Files.newBufferedWriter(file);
                JsonGenerator json = new JsonFactory().createGenerator(writer).useDefaultPrettyPrinter()) {
            json.writeStartObject();
            json.writeStringField("machine", machine);
            json.writeArrayFieldStart("runs");
            for (Result result : results) {
                for (Run run : result.runs()) {
                    write(json, run);
                }
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private static void write(JsonGenerator json, Run run) throws IOException {
        json.writeStartObject();
        json.writeStringField("row", run.row().name());
        json.writeStringField("way", run.direction().toString());
        json.writeStringField("over", run.row().scheme().toString());
        json.writeStringField("client", run.client());
        json.writeNumberField("objects", run.row().workload().count());
        json.writeNumberField("object_bytes", run.row().workload().size());
        json.writeNumberField("wall_seconds", run.usage().wallSeconds());
        json.writeNumberField("cpu_seconds", run.usage().cpuSeconds());
        json.writeNumberField("peak_bytes", run.usage().peakBytes());
        json.writeNumberField("first_request_seconds", run.firstRequestSeconds());
        json.writeObjectFieldStart("requests");
        for (Map.Entry<String, Long> count : run.requests().counts().entrySet()) {
            json.writeNumberField(count.getKey(), count.getValue());
        }
        json.writeEndObject();
        json.writeEndObject();
    }
}
