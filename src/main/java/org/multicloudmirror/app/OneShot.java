package org.multicloudmirror.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.multicloudmirror.mirror.Report;
import org.multicloudmirror.mirror.RunMode;
import org.multicloudmirror.mirror.RunOptions;
import org.multicloudmirror.mirror.RunStatus;
import org.multicloudmirror.report.ConsoleSummary;
import org.multicloudmirror.report.OutcomeLines;
import org.multicloudmirror.scenario.InvalidScenarioException;
import org.multicloudmirror.scenario.Scenario;
import org.multicloudmirror.settings.Setting;
import org.multicloudmirror.settings.Settings;

/** One invocation: starts everything, runs the scenarios, delivers the report, ends everything. */
public final class OneShot {

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
     * @throws InvalidScenarioException when some would delete what others copy
     */
    public RunStatus run(List<Scenario> scenarios) {
        RunOptions options = Launch.options(settings);
        return run(scenarios, options, options.mode() == RunMode.DRY_RUN);
    }

    /**
     * Compares the sides of the scenarios; nothing is written but the report that was asked for.
     *
     * @param readsContent whether both sides are read
     */
    public RunStatus check(List<Scenario> scenarios, boolean readsContent) {
        return run(scenarios, Launch.checking(settings, readsContent), true);
    }

    private RunStatus run(List<Scenario> scenarios, RunOptions options, boolean printsObjects) {
        try (Application application = new Application(home, settings);
                Journal journal =
                        new Journal(settings, options.mode() != RunMode.CHECK && StatusMail.isWantedBy(settings))) {
            if (options.mode() != RunMode.CHECK) {
                OverlapGuard.check(scenarios, application);
            }
            Interruption interruption = application.watchForSignals();
            try {
                if (printsObjects) {
                    journal.add(new OutcomeLines(out));
                }
                Report report = new Batch(application.runner(), options, journal).run(scenarios);
                deliver(report, journal, application.engine(), options.mode());
                return journal.problem().isPresent() && report.status() != RunStatus.INTERRUPTED
                        ? RunStatus.COULD_NOT_RUN
                        : report.status();
            } finally {
                interruption.finished();
            }
        }
    }

    /** A check is no run that a history or a mail would tell of. */
    private void deliver(Report report, Journal journal, Engine engine, RunMode mode) {
        if (mode == RunMode.CHECK) {
            journal.finish(report);
            out.println(ConsoleSummary.renderCheck(report));
        } else {
            engine.deliver(new Delivery(report, journal, settings.text(Setting.MAIL_WHEN)));
            out.println(ConsoleSummary.render(report));
        }
        out.flush();
    }
}
