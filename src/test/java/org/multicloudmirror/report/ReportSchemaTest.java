package org.multicloudmirror.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.multicloudmirror.mirror.run.RunStatus;
import org.multicloudmirror.mirror.run.Summary;
import org.multicloudmirror.mirror.task.Evidence;
import org.multicloudmirror.mirror.task.Outcome;
import org.multicloudmirror.mirror.task.OutcomeKind;
import org.multicloudmirror.mirror.task.Proof;

/** What is written is what {@code docs/report.schema.json} promises. */
class ReportSchemaTest {

    private static final Path SCHEMA = Path.of("docs/report.schema.json");
    private static final Path EARLIER = Path.of("src/test/resources/upgrade/5374f15");

    private final ObjectMapper json = new ObjectMapper();
    private final JsonNode definition;
    private final JsonSchema schema;
    private final Path file;

    ReportSchemaTest(@TempDir Path directory) throws IOException {
        file = directory.resolve("report.jsonl");
        definition = json.readTree(SCHEMA.toFile());
        schema = schema(definition);
    }

    private static JsonSchema schema(JsonNode definition) {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(definition);
    }

    @ParameterizedTest
    @MethodSource("org.multicloudmirror.report.Sample#all")
    void everyReportIsValid(Sample sample) throws IOException {
        try (JsonLines lines = new JsonLines(file)) {
            for (Summary summary : sample.report().summaries()) {
                for (OutcomeKind kind : OutcomeKind.values()) {
                    summary.sample(kind).forEach(outcome -> lines.outcome(summary.scenario(), outcome));
                }
            }
            lines.finish(sample.report());
        }
        assertAllValid();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "EQUAL")
    void soIsEveryKindOfLine(OutcomeKind kind) throws IOException {
        try (JsonLines lines = new JsonLines(file)) {
            for (Proof proof : Proof.values()) {
                lines.outcome(SampleRun.PHOTOS, proven(kind, proof));
            }
        }
        assertAllValid();
    }

    /** Whoever reads reports by the schema of commit 5374f15 meets no other field, and of the words one more. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "EACH_PART")
    void anEarlierReaderUnderstandsIt(Proof proof) throws IOException {
        JsonSchema earlier =
                schema(json.readTree(EARLIER.resolve("report.schema.json").toFile()));
        try (JsonLines lines = new JsonLines(file)) {
            for (OutcomeKind kind : OutcomeKind.values()) {
                if (kind.isReported()) {
                    lines.outcome(SampleRun.PHOTOS, proven(kind, proof));
                }
            }
            lines.finish(Sample.all().findFirst().orElseThrow().report());
        }
        assertAllValid(earlier, file);
    }

    @Test
    void whatAnEarlierVersionWroteIsValid() throws IOException {
        assertAllValid(schema, EARLIER.resolve("report.jsonl"));
    }

    @Test
    void theColumnsAreThoseOfAnEarlierVersion() throws IOException {
        assertThat(Files.readAllLines(EARLIER.resolve("report.csv")).get(0)).isEqualTo(CsvRow.HEADER.strip());
    }

    @Test
    void aLineWithAnotherFieldIsNot() throws IOException {
        Files.writeString(file, "{\"schema\":1,\"type\":\"copied\",\"surprise\":true}\n");

        assertThat(schema.validate(json.readTree(file.toFile()))).isNotEmpty();
    }

    @Test
    void itNamesEveryWordThatThereIsAndNoOther() {
        assertThat(words("/$defs/object/properties/type/enum"))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(OutcomeKind.values())
                        .filter(OutcomeKind::isReported)
                        .map(OutcomeKind::word)
                        .toList());
        assertThat(words("/$defs/object/properties/proof/enum"))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Proof.values()).map(Proof::word).toList());
        assertThat(words("/$defs/status/enum"))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(RunStatus.values()).map(RunStatus::word).toList());
    }

    private static Outcome proven(OutcomeKind kind, Proof proof) {
        Outcome plain = SampleRun.outcome(kind, "a", 1, 1, "why");
        return new Outcome(
                plain.runId(),
                plain.key(),
                plain.size(),
                plain.etag(),
                kind,
                plain.attempts(),
                plain.reason(),
                plain.duration(),
                new Evidence(SampleRun.ETAG, proof, List.of("metadata \"a\"")));
    }

    private void assertAllValid() throws IOException {
        assertAllValid(schema, file);
    }

    private void assertAllValid(JsonSchema by, Path report) throws IOException {
        List<String> lines = Files.readAllLines(report);
        assertThat(lines).isNotEmpty();
        for (String line : lines) {
            assertThat(by.validate(json.readTree(line))).as(line).isEmpty();
        }
    }

    private List<String> words(String pointer) {
        return StreamSupport.stream(definition.at(pointer).spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
