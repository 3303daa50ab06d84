package org.multicloudmirror.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.multicloudmirror.report.SampleRun.PHOTOS;
import static org.multicloudmirror.report.SampleRun.outcome;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.multicloudmirror.mirror.run.Summary;
import org.multicloudmirror.mirror.task.OutcomeKind;

class JsonLinesTest {

    private final Path directory;

    JsonLinesTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @ParameterizedTest
    @MethodSource("org.multicloudmirror.report.Sample#all")
    void writesOutcomesAndTheSummary(Sample sample) throws IOException {
        Path file = directory.resolve("report.jsonl");
        try (JsonLines lines = new JsonLines(file)) {
            for (Summary summary : sample.report().summaries()) {
                for (OutcomeKind kind : OutcomeKind.values()) {
                    summary.sample(kind).forEach(outcome -> lines.outcome(summary.scenario(), outcome));
                }
            }
            lines.finish(sample.report());
        }
        Golden.assertMatches(sample.file("jsonl"), Files.readString(file));
    }

    @Test
    void keepsTheRawKey() throws IOException {
        Path file = directory.resolve("report.jsonl");
        List<String> keys = List.of(
                "line\nbreak",
                "\u001b[2J",
                "<b>\"quoted\", \\u0041",
                "Gr\u00fc\u00dfe \ud83c\udf0a",
                "\u2028\u2029\u0085",
                "\ufeff");
        try (JsonLines lines = new JsonLines(file)) {
            keys.forEach(key -> lines.outcome(PHOTOS, outcome(OutcomeKind.COPIED, key, 1, 1, "")));
        }
        assertThat(parsed(file)).extracting(line -> line.get("key").asText()).containsExactlyElementsOf(keys);
    }

    @Test
    void writesEveryFieldOfAnOutcome() throws IOException {
        Path file = directory.resolve("report.jsonl");
        try (JsonLines lines = new JsonLines(file)) {
            lines.outcome(PHOTOS, outcome(OutcomeKind.FAILED, "a", 5_000_000_000L, 5, "503"));
        }
        assertThat(Files.readString(file))
                .isEqualTo(
                        "{\"schema\":1,\"type\":\"failed\",\"run\":\"run-1\",\"scenario\":\"s3://photos->cf://photos\","
                                + "\"key\":\"a\",\"size\":5000000000,\"etag\":\"d41d8cd98f00b204e9800998ecf8427e\","
                                + "\"destinationEtag\":\"\",\"proof\":\"none\","
                                + "\"attempts\":5,\"milliseconds\":120,\"reason\":\"503\",\"lost\":[]}\n");
    }

    @Test
    void writesNothingForAnEqualObject() throws IOException {
        Path file = directory.resolve("report.jsonl");
        try (JsonLines lines = new JsonLines(file)) {
            lines.outcome(PHOTOS, outcome(OutcomeKind.EQUAL, "a", 1, 0, ""));
        }
        assertThat(file).isEmptyFile();
    }

    @Test
    void hasEachLineInTheFileBeforeTheNext() throws IOException {
        Path file = directory.resolve("report.jsonl");
        try (JsonLines lines = new JsonLines(file)) {
            for (int i = 1; i <= 3; i++) {
                lines.outcome(PHOTOS, outcome(OutcomeKind.COPIED, "key " + i, 1, 1, ""));
                assertThat(parsed(file)).hasSize(i);
            }
        }
    }

    @Test
    void emptiesAFileOfAnEarlierRun() throws IOException {
        Path file = Files.writeString(directory.resolve("report.jsonl"), "{\"type\":\"summary\"}\n");
        new JsonLines(file).close();
        assertThat(file).isEmptyFile();
    }

    @Test
    void keepsLinesWholeUnderManyThreads() throws IOException {
        Path file = directory.resolve("report.jsonl");
        try (JsonLines lines = new JsonLines(file)) {
            IntStream.range(0, 2_000)
                    .parallel()
                    .forEach(i -> lines.outcome(PHOTOS, outcome(OutcomeKind.COPIED, "key " + i, 1, 1, "")));
        }
        assertThat(parsed(file))
                .extracting(line -> line.get("key").asText())
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 2_000).mapToObj(i -> "key " + i).toList());
    }

    @Test
    void goesOnAfterAThreadWasInterrupted() throws IOException {
        Path file = directory.resolve("report.jsonl");
        try (JsonLines lines = new JsonLines(file)) {
            Thread.currentThread().interrupt();
            lines.outcome(PHOTOS, outcome(OutcomeKind.INTERRUPTED, "a", 1, 1, ""));
            assertThat(Thread.interrupted()).isTrue();
            lines.outcome(PHOTOS, outcome(OutcomeKind.INTERRUPTED, "b", 1, 1, ""));
        }
        assertThat(parsed(file)).extracting(line -> line.get("key").asText()).containsExactly("a", "b");
    }

    @Test
    void namesTheFileThatCannotBeOpened() {
        Path file = directory.resolve("missing/report.jsonl");

        assertThatThrownBy(() -> new JsonLines(file).close())
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage(
                        "Cannot write " + file + " (No such file or directory); make it writable or name another file");
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "/dev/full is a full disk on Linux only")
    void namesTheFileWhoseDiskIsFull() {
        try (JsonLines lines = new JsonLines(Path.of("/dev/full"))) {
            assertThatThrownBy(() -> lines.outcome(PHOTOS, outcome(OutcomeKind.COPIED, "a", 1, 1, "")))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessage(
                            "Cannot write /dev/full (No space left on device); make it writable or name another file");
        }
    }

    /** What each line holds; a line with anything behind its object does not parse. */
    private static List<JsonNode> parsed(Path file) throws IOException {
        ObjectMapper json = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        List<JsonNode> lines = new ArrayList<>();
        for (String line : Files.readString(file).split("\n", -1)) {
            if (!line.isEmpty()) {
                lines.add(json.readTree(line));
            }
        }
        return lines;
    }
}
