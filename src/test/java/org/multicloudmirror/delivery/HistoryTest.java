package org.multicloudmirror.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.multicloudmirror.history.HistoryFile;
import org.multicloudmirror.mirror.run.Report;
import org.multicloudmirror.mirror.run.RunStatus;
import org.multicloudmirror.mirror.run.Summary;
import org.multicloudmirror.scenario.ScenarioParser;
import org.multicloudmirror.settings.Settings;
import org.multicloudmirror.settings.SettingsLoader;

/** Where the history is. */
class HistoryTest {

    @Test
    void isWhereItIsSet(@TempDir Path directory) {
        assertThat(History.file(new SettingsLoader()
                                .environment(Map.of("MIRROR_STATE_DIR", directory.toString()))
                                .load())
                        .path())
                .isEqualTo(directory.resolve("history.jsonl"));
    }

    /** The run after it would else pass for the one that comes after a success. */
    @Test
    void hasNoDryRuns(@TempDir Path directory) throws IOException {
        Settings settings = new SettingsLoader()
                .environment(Map.of("MIRROR_STATE_DIR", directory.toString(), "MIRROR_DRY_RUN", "true"))
                .load();
        try (RunReport none = RunReport.none()) {
            new History(settings)
                    .record(new Delivery(new Report(Instant.EPOCH, Duration.ZERO, List.of()), none, settings, false));
        }

        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void hasNoneWhereNoneIsKept(@TempDir Path directory) throws IOException {
        record(Map.of("MIRROR_STATE_DIR", directory.toString(), "MIRROR_HISTORY", "0"), Instant.now());

        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void hasNoneThatIsTooOld(@TempDir Path directory) throws IOException {
        Map<String, String> environment =
                Map.of("MIRROR_STATE_DIR", directory.toString(), "MIRROR_HISTORY_KEEP_AGE", "30d");
        record(environment, Instant.now().minus(Duration.ofDays(31)));
        record(environment, Instant.now().minus(Duration.ofDays(29)));

        assertThat(new HistoryFile(directory, 9).last(9)).hasSize(1);
    }

    private static void record(Map<String, String> environment, Instant started) throws IOException {
        Settings settings = new SettingsLoader().environment(environment).load();
        Summary summary = Summary.unfinished(
                "1a2b3c4d", new ScenarioParser(settings.stores()).parse("s3://a->cf://b"), started, RunStatus.OK, "");
        try (RunReport none = RunReport.none()) {
            Report report = new Report(started, Duration.ZERO, List.of(summary));
            new History(settings).record(new Delivery(report, none, settings, false));
        }
    }

    /** As of a user without a home. */
    @Test
    void namesTheSettingWhenItCannotBeWritten(@TempDir Path directory) throws IOException {
        Path file = Files.createFile(directory.resolve("no-directory"));
        Settings settings = new SettingsLoader()
                .environment(Map.of("MIRROR_STATE_DIR", file.toString()))
                .load();
        Report report = new Report(Instant.EPOCH, Duration.ZERO, List.of());

        try (RunReport none = RunReport.none()) {
            History history = new History(settings);
            Delivery delivery = new Delivery(report, none, settings, false);
            // the second one is the try that routes make
            for (int attempt = 1; attempt <= 2; attempt++) {
                assertThatThrownBy(() -> history.record(delivery))
                        .isInstanceOf(IOException.class)
                        .hasMessageStartingWith(file + "/history.jsonl cannot be written (")
                        .hasMessageEndingWith("); set mirror.state-dir to a directory that can");
            }
        }
    }
}
