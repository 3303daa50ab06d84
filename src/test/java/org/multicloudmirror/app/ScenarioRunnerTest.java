package org.multicloudmirror.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.multicloudmirror.delivery.RunReport;
import org.multicloudmirror.delivery.RunReports;
import org.multicloudmirror.lock.ScenarioLocks;
import org.multicloudmirror.mirror.run.Runs;
import org.multicloudmirror.observe.ProgressReporter;
import org.multicloudmirror.scenario.Scenario;
import org.multicloudmirror.scenario.ScenarioParser;
import org.multicloudmirror.settings.Settings;
import org.multicloudmirror.settings.SettingsLoader;
import org.multicloudmirror.storage.Limits;
import org.multicloudmirror.testing.FakeRuns;
import org.multicloudmirror.testing.FakeStore;
import org.multicloudmirror.testing.FakeStores;

class ScenarioRunnerTest {

    private final Path directory;

    ScenarioRunnerTest(@TempDir Path directory) {
        this.directory = directory;
    }

    /** A run that nobody ends is looked at for ever, and one of its messages may come yet. */
    @Test
    void endsARunThatBreaksDown() {
        Settings settings = new SettingsLoader()
                .environment(Map.of("MIRROR_STATE_DIR", directory.toString()))
                .load();
        FakeStores stores = new FakeStores().with("s3", new FakeStore()).with("cf", new FakeStore());
        Scenario scenario = new ScenarioParser(stores.names()).parse("s3://a->cf://b");
        Runs runs = new Runs(stores);
        RunReports runReports = new RunReports(runs);
        // a timer takes no interval of nothing
        ProgressReporter broken =
                new ProgressReporter(ProgressReporter.Mode.LOG, System.err, Duration.ZERO, Limits.none());
        try (RunReport runReport = new RunReport(settings, false);
                Engine engine = new Engine(Home.find(), settings, stores, runs, runReports)) {
            ScenarioRunner runner = new ScenarioRunner(engine, runReports, broken, new ScenarioLocks(directory), false);

            assertThatExceptionOfType(IllegalArgumentException.class)
                    .isThrownBy(() -> runner.run(scenario, FakeRuns.COPY, runReport));

            assertThat(runs.underWay()).isEmpty();
        }
    }
}
