package org.multicloudmirror.app;

import java.util.List;
import java.util.Set;
import java.util.concurrent.Phaser;
import org.multicloudmirror.delivery.Delivery;
import org.multicloudmirror.delivery.RunReport;
import org.multicloudmirror.delivery.StatusMail;
import org.multicloudmirror.mirror.options.RunMode;
import org.multicloudmirror.mirror.options.RunOptions;
import org.multicloudmirror.mirror.run.Report;
import org.multicloudmirror.mirror.run.RunObserver;
import org.multicloudmirror.mirror.run.Summary;
import org.multicloudmirror.runner.RunRequest;
import org.multicloudmirror.runner.RunStarter;
import org.multicloudmirror.scenario.Scenario;
import org.multicloudmirror.scenario.ScenarioParser;
import org.multicloudmirror.settings.RunSettings;
import org.multicloudmirror.settings.Settings;

/** Runs that routes ask for: as those of the command line, with settings of their own. */
final class RunsOfRoutes implements RunStarter {

    private final Settings settings;
    private final Set<String> stores;
    private final ScenarioRunner runner;
    private final Engine engine;
    private final Phaser underWay = new Phaser(1);

    RunsOfRoutes(Settings settings, Set<String> stores, ScenarioRunner runner, Engine engine) {
        this.settings = settings;
        this.stores = stores;
        this.runner = runner;
        this.engine = engine;
    }

    @Override
    public Summary run(RunRequest request) {
        Scenario scenario = new ScenarioParser(stores).parse(request.scenario());
        Settings own = RunSettings.over(settings, request.options(), request.origin());
        underWay.register();
        try (RunReport runReport = new RunReport(own, request.mode() != RunMode.CHECK && StatusMail.isWantedBy(own))) {
            Report report = new Batch(runner, options(own, request.mode()).named(request.route()), runReport)
                    .run(List.of(scenario));
            deliver(report, runReport, own, request);
            return report.summaries().get(0);
        } finally {
            underWay.arriveAndDeregister();
        }
    }

    private static RunOptions options(Settings settings, RunMode mode) {
        return mode == RunMode.CHECK ? Launch.checking(settings, false) : Launch.options(settings, mode);
    }

    /** A check is no run that a history or a mail would tell of. */
    private void deliver(Report report, RunReport runReport, Settings own, RunRequest request) {
        RunObserver observer = engine.runs().observer();
        Summary summary = report.summaries().get(0);
        if (observer != null && !summary.hasBegun()) {
            observer.ended(request.route(), request.mode(), summary);
        }
        if (request.mode() == RunMode.CHECK) {
            runReport.finish(report);
            RunLog.checked(request.origin(), report);
        } else {
            RunLog.ended(request.origin(), report);
            engine.deliver(new Delivery(report, runReport, own, request.callsHooks()));
        }
    }

    /** Begins no more, and waits until those that are under way have delivered their reports. */
    void end() {
        engine.runs().interrupt();
        underWay.arriveAndAwaitAdvance();
    }
}
