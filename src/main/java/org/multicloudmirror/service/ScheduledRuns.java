package org.multicloudmirror.service;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.multicloudmirror.app.Batch;
import org.multicloudmirror.app.Engine;
import org.multicloudmirror.app.Launch;
import org.multicloudmirror.app.RunLog;
import org.multicloudmirror.app.ScenarioRunner;
import org.multicloudmirror.delivery.Delivery;
import org.multicloudmirror.delivery.RunReport;
import org.multicloudmirror.delivery.StatusMail;
import org.multicloudmirror.mirror.run.Report;
import org.multicloudmirror.mirror.run.RunStatus;
import org.multicloudmirror.mirror.run.Summary;
import org.multicloudmirror.mirror.task.Reason;
import org.multicloudmirror.mirror.work.RunMdc;
import org.multicloudmirror.scenario.Scenario;
import org.multicloudmirror.settings.Settings;
import org.multicloudmirror.storage.OutOfMemoryExit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a trigger calls: one run of its scenario, from the lock to the mail. */
public final class ScheduledRuns {

    private static final Logger LOG = LoggerFactory.getLogger(ScheduledRuns.class);

    private final ScenarioRoutes routes;
    private final ScenarioRunner runner;
    private final Engine engine;
    private final Settings settings;
    private final ServiceMetrics metrics;
    private final Map<Scenario, Lock> underWay = new ConcurrentHashMap<>();

    /** A trigger that is taken off the schedule interrupts its own thread, not the run. */
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> new Thread(work, "scenario"));

    ScheduledRuns(
            ScenarioRoutes routes, ScenarioRunner runner, Engine engine, Settings settings, ServiceMetrics metrics) {
        this.routes = routes;
        this.runner = runner;
        this.engine = engine;
        this.settings = settings;
        this.metrics = metrics;
    }

    /**
     * Runs a scheduled scenario and returns when it has ended. A trigger that fires while it is taken off the schedule,
     * or after a signal, begins nothing that would be reported.
     *
     * @param name its route's id
     */
    public RunStatus run(String name) {
        Optional<ScheduledScenario> scheduled = routes.byName(name);
        if (scheduled.isEmpty() || engine.runs().isInterrupted()) {
            return RunStatus.INTERRUPTED;
        }
        Future<RunStatus> ended = threads.submit(() -> run(scheduled.get()));
        try {
            return ended.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return RunStatus.INTERRUPTED;
        } catch (ExecutionException e) {
            OutOfMemoryExit.check(e);
            LOG.error("{} could not run: {}", name, Reason.of(e), e);
            return RunStatus.COULD_NOT_RUN;
        }
    }

    /** Waits until the last run has delivered its report; no more are taken. */
    void end() {
        threads.shutdown();
        try {
            while (!threads.awaitTermination(1, TimeUnit.MINUTES)) {
                LOG.info("waiting for runs to end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private RunStatus run(ScheduledScenario scheduled) {
        // an entry that was edited may fire while its former run goes on
        Lock lock = underWay.computeIfAbsent(scheduled.scenario(), scenario -> new ReentrantLock());
        lock.lock();
        try (RunReport runReport = new RunReport(settings, StatusMail.isWantedBy(settings))) {
            Report report = new Batch(runner, Launch.options(scheduled.over(settings)), runReport)
                    .run(List.of(scheduled.scenario()));
            Summary summary = report.summaries().get(0);
            RunMdc.enter(summary.runId(), summary.scenario());
            metrics.ended(scheduled.name(), summary);
            RunLog.ended(scheduled.name(), report);
            engine.deliver(new Delivery(report, runReport, scheduled.mailWhen(), true));
            return summary.status();
        } finally {
            RunMdc.leave();
            lock.unlock();
        }
    }
}
