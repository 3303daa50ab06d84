package org.multicloudmirror.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.multicloudmirror.report.SampleRun.PHOTOS;
import static org.multicloudmirror.report.SampleRun.outcome;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.multicloudmirror.mirror.run.Summary;
import org.multicloudmirror.mirror.task.OutcomeKind;

class CsvAttachmentTest {

    private static final String HEADER =
            "scenario,result,key,size,etag,destinationEtag,proof,attempts,milliseconds,reason\r\n";

    private final Path file;

    CsvAttachmentTest(@TempDir Path directory) {
        file = directory.resolve("outcomes.csv.gz");
    }

    @ParameterizedTest
    @MethodSource("org.multicloudmirror.report.Sample#all")
    void writesARowForEachOutcome(Sample sample) throws IOException {
        try (CsvAttachment csv = new CsvAttachment(file, 1_000_000)) {
            for (Summary summary : sample.report().summaries()) {
                for (OutcomeKind kind : OutcomeKind.values()) {
                    summary.sample(kind).forEach(outcome -> csv.outcome(summary.scenario(), outcome));
                }
            }
        }
        // git would turn the CRLF of a golden file into LF
        Golden.assertMatches(sample.file("csv"), unzipped().replace("\r\n", "\n"));
    }

    @Test
    void quotesByRfc4180AndWritesNoFormula() throws IOException {
        try (CsvAttachment csv = new CsvAttachment(file, 1_000_000)) {
            csv.outcome(PHOTOS, outcome(OutcomeKind.FAILED, "a,\"b\"\r\n\u001b", 7, 2, "why, \"oh\" why"));
            csv.outcome(PHOTOS, outcome(OutcomeKind.COPIED, "=1+1", 7, 1, ""));
        }
        assertThat(unzipped())
                .isEqualTo(HEADER
                        + "s3://photos->cf://photos,failed,\"a,\"\"b\"\"\r\n\u001b\",7,"
                        + "d41d8cd98f00b204e9800998ecf8427e,,none,2,120,\"why, \"\"oh\"\" why\"\r\n"
                        + "s3://photos->cf://photos,copied,'=1+1,7,d41d8cd98f00b204e9800998ecf8427e,,none,1,120,\r\n");
    }

    @Test
    void writesNothingForAnEqualObject() throws IOException {
        try (CsvAttachment csv = new CsvAttachment(file, 0)) {
            csv.outcome(PHOTOS, outcome(OutcomeKind.EQUAL, "a", 1, 0, ""));
            assertThat(csv.omitted()).isZero();
        }
        assertThat(unzipped()).isEqualTo(HEADER);
    }

    @ParameterizedTest
    @ValueSource(ints = {600, 5_000, 100_000, 300_000})
    void staysWithinTheCapAndFillsMostOfIt(int cap) throws IOException {
        int rows = 20_000;
        CsvAttachment csv = filled(cap, rows);
        int kept = rows - Math.toIntExact(csv.omitted());

        assertThat(Files.size(file)).isBetween(Math.min(cap / 2L, cap - 500L), (long) cap);
        assertThat(csv.omitted()).isPositive();
        assertThat(unzipped().split("\r\n")).hasSize(1 + kept + 1);
        assertThat(unzipped())
                .contains(",key " + (kept - 1) + " ")
                .doesNotContain(",key " + kept + " ")
                .endsWith("\r\n# " + csv.omitted() + " more rows are not in this attachment; it is capped at "
                        + Amounts.bytes(cap) + "\r\n");
    }

    @Test
    void leavesNothingOutBelowTheCap() throws IOException {
        assertThat(filled(10_000_000, 2_000).omitted()).isZero();
        assertThat(unzipped()).contains(",key 1999 ").doesNotContain("#");
    }

    @Test
    void notesEveryRowWhenTheCapHoldsNone() throws IOException {
        CsvAttachment csv = filled(0, 1);

        assertThat(csv.omitted()).isEqualTo(1);
        assertThat(unzipped()).isEqualTo(HEADER + "# 1 more row is not in this attachment; it is capped at 0 B\r\n");
    }

    @Test
    void writesNoShorterRowAfterOneThatFoundNoRoom() throws IOException {
        String incompressible = HexFormat.of().formatHex(bytes(new Random(1), 2_000));
        try (CsvAttachment csv = new CsvAttachment(file, 1_500)) {
            csv.outcome(PHOTOS, outcome(OutcomeKind.COPIED, incompressible, 1, 1, ""));
            csv.outcome(PHOTOS, outcome(OutcomeKind.COPIED, "short", 1, 1, ""));
            assertThat(csv.omitted()).isEqualTo(2);
        }
        assertThat(unzipped()).doesNotContain("short");
    }

    @Test
    void keepsRowsWholeUnderManyThreads() throws IOException {
        try (CsvAttachment csv = new CsvAttachment(file, 10_000_000)) {
            IntStream.range(0, 2_000)
                    .parallel()
                    .forEach(i -> csv.outcome(PHOTOS, outcome(OutcomeKind.COPIED, "key " + i, 1, 1, "")));
        }
        assertThat(unzipped().split("\r\n"))
                .hasSize(2_001)
                .allMatch(row -> row.split(",", -1).length == 10)
                .doesNotHaveDuplicates();
    }

    @Test
    void closesTwiceWithOneNote() throws IOException {
        CsvAttachment csv = filled(600, 1_000);
        csv.close();

        assertThat(unzipped()).containsOnlyOnce("more rows are not in this attachment");
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "/dev/full is a full disk on Linux only")
    void namesTheFileWhoseDiskIsFull() {
        assertThatThrownBy(() -> new CsvAttachment(Path.of("/dev/full"), 1_000).close())
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("Cannot write /dev/full (No space left on device); make it writable or name another file");
    }

    /** A closed attachment of rows that gzip can halve at best, as hashes are in them. */
    private CsvAttachment filled(long cap, int rows) {
        Random random = new Random(42);
        CsvAttachment csv = new CsvAttachment(file, cap);
        try (csv) {
            for (int i = 0; i < rows; i++) {
                String key = "key " + i + " " + HexFormat.of().formatHex(bytes(random, 16));
                csv.outcome(PHOTOS, outcome(OutcomeKind.COPIED, key, i, 1, ""));
            }
        }
        return csv;
    }

    private static byte[] bytes(Random random, int number) {
        byte[] bytes = new byte[number];
        random.nextBytes(bytes);
        return bytes;
    }

    private String unzipped() throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
