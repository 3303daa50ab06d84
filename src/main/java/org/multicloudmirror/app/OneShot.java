package org.multicloudmirror.app;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import org.multicloudmirror.delivery.Delivery;
import org.multicloudmirror.delivery.RunReport;
import org.multicloudmirror.delivery.StatusMail;
import org.multicloudmirror.mirror.options.RunMode;
import org.multicloudmirror.mirror.options.RunOptions;
import org.multicloudmirror.mirror.run.Report;
import org.multicloudmirror.mirror.run.RunStatus;
import org.multicloudmirror.observe.LiveLine;
import org.multicloudmirror.report.ConsoleSummary;
import org.multicloudmirror.report.OutcomeLines;
import org.multicloudmirror.scenario.InvalidScenarioException;
import org.multicloudmirror.scenario.Scenario;
import org.multicloudmirror.settings.Setting;
import org.multicloudmirror.settings.Settings;

/** One invocation: runs the scenarios, and delivers the report. */
public final class OneShot {

    private final Application application;
    private final Settings settings;
    private final PrintWriter out;

    /**
     * @param application closed by whoever made it
     * @param settings those of the runs
     * @param out where the final summary goes
     */
    public OneShot(Application application, Settings settings, PrintWriter out) {
        this.application = application;
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
        return run(scenarios, options, options.mode() == RunMode.DRY_RUN || settings.isOn(Setting.VERBOSE));
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
        try (RunReport runReport =
                new RunReport(settings, options.mode() != RunMode.CHECK && StatusMail.isWantedBy(settings))) {
            if (options.mode() != RunMode.CHECK) {
                OverlapGuard.check(scenarios, application);
            }
            Interruption interruption = application.watchForSignals();
            try {
                if (printsObjects) {
                    LiveLine live = application.liveLine();
                    runReport.add(new OutcomeLines(
                            line -> live.beside(() -> out.println(line)), settings.isOn(Setting.VERBOSE)));
                }
                Optional<StartPings> pings = startPings(options.mode());
                Report report = new Batch(application.runner(), options, runReport).run(scenarios);
                pings.ifPresent(StartPings::await);
                deliver(report, runReport, application.engine(), options.mode());
                return report.status();
            } finally {
                interruption.finished();
            }
        }
    }

    private Optional<StartPings> startPings(RunMode mode) {
        return mode != RunMode.CHECK && Delivery.callsPings(settings)
                ? Optional.of(StartPings.call(application.engine(), settings))
                : Optional.empty();
    }

    /** A check is no run that a history or a mail would tell of. */
    private void deliver(Report report, RunReport runReport, Engine engine, RunMode mode) {
        if (mode == RunMode.CHECK) {
            out.println(ConsoleSummary.renderCheck(report));
        } else {
            out.println(ConsoleSummary.render(report));
            // a hook or a mail server may keep it waiting
            out.flush();
            engine.deliver(new Delivery(report, runReport, settings, true));
        }
        out.flush();
    }
}
