package org.multicloudmirror.app;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Phaser;
import org.jspecify.annotations.Nullable;
import org.multicloudmirror.delivery.Delivery;
import org.multicloudmirror.delivery.RunReport;
import org.multicloudmirror.delivery.StatusMail;
import org.multicloudmirror.mirror.options.RunMode;
import org.multicloudmirror.mirror.options.RunOptions;
import org.multicloudmirror.mirror.run.Report;
import org.multicloudmirror.mirror.run.Summary;
import org.multicloudmirror.runner.RunRequest;
import org.multicloudmirror.runner.RunStarter;
import org.multicloudmirror.scenario.Scenario;
import org.multicloudmirror.scenario.ScenarioParser;
import org.multicloudmirror.settings.RunSettings;
import org.multicloudmirror.settings.Setting;
import org.multicloudmirror.settings.Settings;

/** Runs that routes ask for: as those of the command line, with settings of their own. */
final class RunsOfRoutes implements RunStarter {

    private final Settings settings;
    private final Set<String> stores;
    private final ScenarioRunner runner;
    private final Engine engine;
    private final Phaser underWay = new Phaser(1);
    private final Duration patience;
    private @Nullable Deliveries deliveries;

    /**
     * @param patience how long the end waits for reports to be delivered
     */
    RunsOfRoutes(Settings settings, Set<String> stores, ScenarioRunner runner, Engine engine, Duration patience) {
        this.settings = settings;
        this.stores = stores;
        this.runner = runner;
        this.engine = engine;
        this.patience = patience;
    }

    @Override
    public Summary run(RunRequest request) {
        Scenario scenario = new ScenarioParser(stores).parse(request.scenario());
        Settings own = settings(request);
        underWay.register();
        try {
            return request.mode() == RunMode.CHECK ? check(scenario, own, request) : mirror(scenario, own, request);
        } finally {
            underWay.arriveAndDeregister();
        }
    }

    private Settings settings(RunRequest request) {
        Settings own = RunSettings.over(settings, request.options(), request.origin());
        return request.mode() == RunMode.DRY_RUN ? own.with(Setting.DRY_RUN, "true", request.origin()) : own;
    }

    /** A check is no run that a history or a mail would tell of. */
    private Summary check(Scenario scenario, Settings own, RunRequest request) {
        try (RunReport runReport = new RunReport(own, false)) {
            Report report = run(scenario, own, request, runReport);
            RunLog.checked(request.origin(), report);
            return report.summaries().get(0);
        }
    }

    private Summary mirror(Scenario scenario, Settings own, RunRequest request) {
        deliveries().started(scenario, own);
        RunReport runReport = new RunReport(own, StatusMail.isWantedBy(own));
        try {
            Report report = run(scenario, own, request, runReport);
            RunLog.ended(request.origin(), report);
            deliveries().ended(new Delivery(report, runReport, own, request.callsHooks()));
            return report.summaries().get(0);
        } catch (RuntimeException | Error e) {
            runReport.close();
            throw e;
        }
    }

    private Report run(Scenario scenario, Settings own, RunRequest request, RunReport runReport) {
        return new Batch(runner, options(own, request.mode()).named(request.route()), runReport).run(List.of(scenario));
    }

    private synchronized Deliveries deliveries() {
        if (deliveries == null) {
            deliveries = new Deliveries(engine);
        }
        return deliveries;
    }

    private static RunOptions options(Settings settings, RunMode mode) {
        return mode == RunMode.CHECK ? Launch.checking(settings, false) : Launch.options(settings, mode);
    }

    /** Begins no more, and waits until those that are under way have delivered their reports, or are late. */
    void end() {
        engine.runs().interrupt();
        underWay.arriveAndAwaitAdvance();
        end(deliveries);
    }

    private void end(@Nullable Deliveries begun) {
        if (begun != null) {
            begun.end(patience);
        }
    }
}
