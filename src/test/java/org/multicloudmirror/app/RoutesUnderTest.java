package org.multicloudmirror.app;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.multicloudmirror.delivery.RunReport;
import org.multicloudmirror.delivery.RunReports;
import org.multicloudmirror.lock.ScenarioLocks;
import org.multicloudmirror.mirror.options.Compare;
import org.multicloudmirror.mirror.options.RunMode;
import org.multicloudmirror.mirror.options.RunOptions;
import org.multicloudmirror.mirror.run.Runs;
import org.multicloudmirror.mirror.run.Summary;
import org.multicloudmirror.observe.ProgressReporter;
import org.multicloudmirror.scenario.ScenarioParser;
import org.multicloudmirror.settings.Settings;
import org.multicloudmirror.settings.SettingsLoader;
import org.multicloudmirror.storage.ObjectStore;
import org.multicloudmirror.testing.FakeRuns;
import org.multicloudmirror.testing.FakeStores;

/**
 * The routes of {@code routes/} as they ship, on the way from {@code s3://a} to {@code cf://b}.
 *
 * @param directory where the locks and the history are
 */
record RoutesUnderTest(Path directory, ObjectStore source, ObjectStore destination) {

    private static final Duration LOST_AFTER = Duration.ofSeconds(1);

    Summary run(boolean dryRun) {
        return run(dryRun ? RunMode.DRY_RUN : RunMode.MIRROR, Compare.ETAG);
    }

    Summary run(RunMode mode, Compare compare) {
        return run(FakeRuns.options(mode, compare));
    }

    Summary run(RunOptions options) {
        return run(Home.find(), options);
    }

    /** With the routes of another place. */
    Summary run(Home home, RunOptions options) {
        Settings settings = new SettingsLoader().environment(environment()).load();
        FakeStores stores = new FakeStores().with("s3", source).with("cf", destination);
        Runs runs = new Runs(stores);
        RunReports runReports = new RunReports(runs);
        try (RunReport runReport = new RunReport(settings, false);
                Engine engine = new Engine(home, settings, stores, runs, runReports, false, null, LOST_AFTER)) {
            return new ScenarioRunner(
                            engine,
                            runReports,
                            ProgressReporter.NONE,
                            new ScenarioLocks(Optional.of(directory), store -> store, false),
                            false)
                    .run(new ScenarioParser(stores.names()).parse("s3://a->cf://b"), options, runReport);
        }
    }

    private Map<String, String> environment() {
        return Map.of(
                "MIRROR_RETRY_DELAY", "1",
                // each wait is three times the one before
                "MIRROR_RETRIES_THROTTLED", "3",
                "MIRROR_PROCESS", "3",
                "MIRROR_QUEUE_SIZE", "2",
                "MIRROR_STATE_DIR", directory.toString());
    }
}
