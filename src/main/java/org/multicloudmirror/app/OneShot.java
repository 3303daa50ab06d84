package org.multicloudmirror.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.multicloudmirror.mirror.Report;
import org.multicloudmirror.mirror.RunOptions;
import org.multicloudmirror.mirror.RunStatus;
import org.multicloudmirror.mirror.Runs;
import org.multicloudmirror.observe.ProgressReporter;
import org.multicloudmirror.report.ConsoleSummary;
import org.multicloudmirror.scenario.Scenario;
import org.multicloudmirror.settings.Setting;
import org.multicloudmirror.settings.Settings;

/** One invocation: starts everything, runs the scenarios, delivers the report, ends everything. */
public final class OneShot {

    private static final Duration LIVE_INTERVAL = Duration.ofMillis(500);
    private static final Duration LOG_INTERVAL = Duration.ofSeconds(10);

    private final Path home;
    private final Settings settings;
    private final PrintWriter out;

    /**
     * @param home where {@code routes/} is
     * @param out where the final summary goes
     */
    public OneShot(Path home, Settings settings, PrintWriter out) {
        this.home = home;
        this.settings = settings;
        this.out = out;
    }

    /**
     * Runs the scenarios.
     *
     * @return the worst status of them; a report that could not be written whole counts as one that could not run
     */
    public RunStatus run(List<Scenario> scenarios) {
        RunOptions options = new RunOptions(
                settings.size(Setting.MAXSIZE), settings.isOn(Setting.DRY_RUN), !settings.isOn(Setting.NO_CREATE));
        Duration grace = Duration.ofSeconds(settings.number(Setting.GRACE));
        try (StoreRegistry stores = new StoreRegistry(settings)) {
            Runs runs = new Runs(stores);
            try (Journal journal = new Journal(runs, settings, StatusMail.isWantedBy(settings));
                    Engine engine = new Engine(home, settings, stores, runs, journal)) {
                Interruption interruption = Interruption.watch(runs, grace, stores::close);
                try {
                    Report report =
                            new Batch(engine, options, progress(), locks(), settings.isOn(Setting.WAIT)).run(scenarios);
                    deliver(report, journal, engine);
                    return journal.problem().isPresent() && report.status() != RunStatus.INTERRUPTED
                            ? RunStatus.COULD_NOT_RUN
                            : report.status();
                } finally {
                    interruption.finished();
                }
            }
        }
    }

    private void deliver(Report report, Journal journal, Engine engine) {
        journal.finish(report);
        engine.send("direct:mirror-report", report);
        out.println(ConsoleSummary.render(report));
        out.flush();
    }

    private ScenarioLocks locks() {
        String named = settings.text(Setting.LOCK_DIR);
        return new ScenarioLocks(
                named.isEmpty()
                        ? Path.of(System.getProperty("java.io.tmpdir"), "multi-cloud-mirror-locks")
                        : Path.of(named));
    }

    private ProgressReporter progress() {
        if (settings.isOn(Setting.QUIET)) {
            return ProgressReporter.NONE;
        }
        // the launcher knows whether stderr is a terminal; Java does not
        return Boolean.getBoolean("mirror.terminal")
                ? new ProgressReporter(ProgressReporter.Mode.TERMINAL, System.err, LIVE_INTERVAL)
                : new ProgressReporter(ProgressReporter.Mode.LOG, System.err, LOG_INTERVAL);
    }
}
