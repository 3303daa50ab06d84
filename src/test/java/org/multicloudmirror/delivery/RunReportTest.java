package org.multicloudmirror.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.multicloudmirror.mirror.run.Report;
import org.multicloudmirror.mirror.run.RunStatus;
import org.multicloudmirror.mirror.run.Summary;
import org.multicloudmirror.mirror.task.Evidence;
import org.multicloudmirror.mirror.task.Outcome;
import org.multicloudmirror.mirror.task.OutcomeKind;
import org.multicloudmirror.scenario.Scenario;
import org.multicloudmirror.scenario.ScenarioParser;
import org.multicloudmirror.settings.InvalidSettingException;
import org.multicloudmirror.settings.Setting;
import org.multicloudmirror.settings.Settings;
import org.multicloudmirror.settings.SettingsLoader;
import org.multicloudmirror.storage.ETag;

class RunReportTest {

    private static final Outcome FAILED =
            new Outcome("1a2b3c4d", "k", 7, ETag.NONE, OutcomeKind.FAILED, 3, "no", Duration.ZERO, Evidence.NONE);

    private final Settings settings = new SettingsLoader().load();

    /** The service begins several runs in the same millisecond. */
    @Test
    void reportsThatBeginTogetherHaveNamesOfTheirOwnInTheArchive() {
        try (RunReport runReport = new RunReport(settings, false)) {
            assertThat(runReport.archiveName(report("1a2b3c4d")))
                    .isEqualTo("mirror-20260102-030405-678-1a2b3c4d.jsonl");
            assertThat(runReport.archiveName(report("5e6f7a8b")))
                    .isEqualTo("mirror-20260102-030405-678-5e6f7a8b.jsonl");
        }
    }

    @Test
    void soDoReportsOfWhatNeverBegan() {
        try (RunReport runReport = new RunReport(settings, false)) {
            assertThat(runReport.archiveName(report("-")))
                    .matches("mirror-20260102-030405-678-[0-9a-f]{8}\\.jsonl")
                    .isNotEqualTo(runReport.archiveName(report("-")));
        }
    }

    @Test
    void aNameThatEndsInCsvGetsCsvAndTheArchiveStillJson(@TempDir Path directory) throws IOException {
        Path table = directory.resolve("Report.CSV");
        Settings csv = new SettingsLoader()
                .option("--report", Setting.REPORT, table.toString())
                .option("mirror.report.dir", Setting.REPORT_DIR, directory.toString())
                .load();
        try (RunReport runReport = new RunReport(csv, false)) {
            runReport.record(scenario(), FAILED);
            runReport.finish(report("1a2b3c4d"));

            assertThat(Files.readAllLines(table))
                    .containsExactly(
                            "scenario,result,key,size,etag,destinationEtag,proof,attempts,milliseconds,reason",
                            "s3://a->cf://b,failed,k,7,,,none,3,0,no");
            assertThat(Files.readAllLines(runReport.lines().orElseThrow()))
                    .hasSize(2)
                    .allMatch(line -> line.startsWith("{\"schema\":1,"));
        }
    }

    /** There may be millions, and the attachment has room for few. */
    @Test
    void writesWhatWasLeftOutToTheReportAndTheArchiveAlone(@TempDir Path directory) throws IOException {
        Path lines = directory.resolve("report.jsonl");
        Settings named = new SettingsLoader()
                .option("--report", Setting.REPORT, lines.toString())
                .load();
        Outcome skipped = new Outcome(
                "1a2b3c4d", "k", 7, ETag.NONE, OutcomeKind.SKIPPED, 0, "too old", Duration.ZERO, Evidence.NONE);
        try (RunReport runReport = new RunReport(named, true)) {
            runReport.recordSkip(scenario(), skipped);
            runReport.record(scenario(), FAILED);
            runReport.finish(report("1a2b3c4d"));

            assertThat(Files.readAllLines(lines)).hasSize(3).first().asString().contains("\"type\":\"skipped\"");
            try (InputStream table = new GZIPInputStream(
                    Files.newInputStream(runReport.attachment().orElseThrow()))) {
                assertThat(new String(table.readAllBytes(), StandardCharsets.UTF_8))
                        .contains("failed,k")
                        .doesNotContain("skipped");
            }
        }
    }

    /** Of a run of the service nobody sees an exit code. */
    @Test
    void tellsThatItIsNotWholeAndKeepsWhatIs() throws IOException {
        Settings full = new SettingsLoader()
                .option("--report", Setting.REPORT, "/dev/full")
                .load();
        try (RunReport runReport = new RunReport(full, true)) {
            runReport.record(scenario(), FAILED);

            Report told = runReport.finish(report("1a2b3c4d"));

            assertThat(told.status()).isEqualTo(RunStatus.COULD_NOT_RUN);
            assertThat(told.summaries().get(0).problem())
                    .isEqualTo("its report is not whole: Cannot write /dev/full (No space left on device); make it"
                            + " writable or name another file");
            assertThat(runReport.lines()).as("nothing to archive").isEmpty();
            try (InputStream table = new GZIPInputStream(
                    Files.newInputStream(runReport.attachment().orElseThrow()))) {
                assertThat(new String(table.readAllBytes(), StandardCharsets.UTF_8))
                        .as("another file than the full one")
                        .contains("failed,k");
            }
        }
    }

    /** Nothing is left of it, and the message names no setting that was not set. */
    @Test
    void namesTheTemporaryDirectoryThatTakesNone(@TempDir Path directory) {
        String before = System.getProperty("java.io.tmpdir");
        System.setProperty("java.io.tmpdir", directory.resolve("gone").toString());
        try {
            assertThatExceptionOfType(InvalidSettingException.class)
                    .isThrownBy(() -> new RunReport(settings, true))
                    .withMessage("the temporary directory " + directory.resolve("gone") + " takes no report ("
                            + directory.resolve("gone")
                            + ": no such file or directory); make room there, or name another"
                            + " by -Djava.io.tmpdir in MIRROR_JAVA_OPTS");
        } finally {
            System.setProperty("java.io.tmpdir", before);
        }
    }

    @Test
    void isToldAsItIsWhereItIsWhole() {
        try (RunReport runReport = new RunReport(settings, true)) {
            Report report = report("1a2b3c4d");

            assertThat(runReport.finish(report)).isSameAs(report);
        }
    }

    private Scenario scenario() {
        return new ScenarioParser(settings.stores()).parse("s3://a->cf://b");
    }

    private Report report(String runId) {
        Instant started = Instant.parse("2026-01-02T03:04:05.678Z");
        Summary summary = new Summary(
                runId, scenario(), RunStatus.OK, "", List.of(), started, Duration.ZERO, 0, 0, Map.of(), 0, Map.of());
        return new Report(started, Duration.ZERO, List.of(summary));
    }
}
