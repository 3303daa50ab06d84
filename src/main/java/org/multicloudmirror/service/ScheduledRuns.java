package org.multicloudmirror.service;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.multicloudmirror.app.Batch;
import org.multicloudmirror.app.Deliveries;
import org.multicloudmirror.app.Engine;
import org.multicloudmirror.app.Launch;
import org.multicloudmirror.app.RunLog;
import org.multicloudmirror.app.ScenarioRunner;
import org.multicloudmirror.delivery.Delivery;
import org.multicloudmirror.delivery.RunReport;
import org.multicloudmirror.delivery.StatusMail;
import org.multicloudmirror.mirror.options.RunMode;
import org.multicloudmirror.mirror.run.Report;
import org.multicloudmirror.mirror.run.RunObserver;
import org.multicloudmirror.mirror.run.RunStatus;
import org.multicloudmirror.mirror.run.Summary;
import org.multicloudmirror.mirror.task.Reason;
import org.multicloudmirror.mirror.work.RunMdc;
import org.multicloudmirror.scenario.Scenario;
import org.multicloudmirror.settings.InvalidSettingException;
import org.multicloudmirror.settings.Setting;
import org.multicloudmirror.settings.Settings;
import org.multicloudmirror.storage.OutOfMemoryExit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a trigger calls: one run of its scenario, from the lock to its summary; it is told of after that. */
public final class ScheduledRuns {

    private static final Logger LOG = LoggerFactory.getLogger(ScheduledRuns.class);

    private final ScenarioRoutes routes;
    private final ScenarioRunner runner;
    private final Engine engine;
    private final Settings settings;
    private final Deliveries deliveries;
    private final RunObserver observer;
    private final Map<Scenario, Lock> underWay = new ConcurrentHashMap<>();
    private final Set<String> closed = ConcurrentHashMap.newKeySet();

    /** A trigger that is taken off the schedule interrupts its own thread, not the run. */
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> new Thread(work, "scenario"));

    ScheduledRuns(
            ScenarioRoutes routes, ScenarioRunner runner, Engine engine, Settings settings, RunObserver observer) {
        this.routes = routes;
        this.runner = runner;
        this.engine = engine;
        this.settings = settings;
        this.deliveries = new Deliveries(engine);
        this.observer = observer;
    }

    /**
     * Runs a scheduled scenario and returns when it has ended. A trigger that fires while it is taken off the schedule,
     * or after a signal, begins nothing that would be reported.
     *
     * @param name its route's id
     */
    public RunStatus run(String name) {
        return begin(name).orElse(RunStatus.INTERRUPTED);
    }

    /** The same; empty when nothing was begun. */
    Optional<RunStatus> begin(String name) {
        Optional<ScheduledScenario> scheduled = routes.byName(name);
        if (scheduled.isEmpty() || engine.runs().isInterrupted() || isClosed(scheduled.get())) {
            return Optional.empty();
        }
        Future<RunStatus> ended = threads.submit(() -> run(scheduled.get()));
        try {
            return Optional.of(ended.get());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of(RunStatus.INTERRUPTED);
        } catch (ExecutionException e) {
            OutOfMemoryExit.check(e);
            LOG.error("{} could not run: {}", name, Reason.of(e), e);
            return Optional.of(RunStatus.COULD_NOT_RUN);
        }
    }

    /** Whether nothing of a scenario may begin now, which is told once for as long as that lasts. */
    private boolean isClosed(ScheduledScenario scheduled) {
        Optional<String> times = closedNow(scheduled);
        if (times.isEmpty()) {
            closed.remove(scheduled.name());
        } else if (closed.add(scheduled.name())) {
            LOG.info("{} is not run between {}", scheduled.name(), times.get());
        }
        return times.isPresent();
    }

    /** The times in which nothing of a scenario begins, if it is such a time now. */
    Optional<String> closedNow(ScheduledScenario scheduled) {
        Settings own = scheduled.over(settings);
        return own.times(Setting.NOT_BETWEEN).has(ZonedDateTime.now(ZoneId.systemDefault()))
                ? Optional.of(own.text(Setting.NOT_BETWEEN))
                : Optional.empty();
    }

    /** Whether runs of a scenario only say what they would do. */
    boolean areDry(ScheduledScenario scheduled) {
        return scheduled.over(settings).isOn(Setting.DRY_RUN);
    }

    /** Waits until the last run has ended, and its report is delivered or late; no more are taken. */
    void end() {
        threads.shutdown();
        try {
            while (!threads.awaitTermination(1, TimeUnit.MINUTES)) {
                LOG.info("waiting for runs to end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        deliveries.end(Deliveries.AT_A_SIGNAL);
    }

    private RunStatus run(ScheduledScenario scheduled) {
        // an entry that was edited may fire while its former run goes on
        Lock lock = underWay.computeIfAbsent(scheduled.scenario(), scenario -> new ReentrantLock());
        lock.lock();
        try {
            return isStillScheduled(scheduled) ? run(scheduled, scheduled.over(settings)) : RunStatus.INTERRUPTED;
        } finally {
            RunMdc.leave();
            lock.unlock();
        }
    }

    /** It may have been removed or edited while its run waited for another one. */
    private boolean isStillScheduled(ScheduledScenario scheduled) {
        return routes.byName(scheduled.name()).filter(scheduled::isSameAs).isPresent();
    }

    private RunStatus run(ScheduledScenario scheduled, Settings own) {
        Instant began = Instant.now();
        deliveries.started(scheduled.scenario(), own);
        RunReport runReport = RunReport.none();
        try {
            runReport = new RunReport(own, StatusMail.isWantedBy(own));
            return ended(scheduled, own, runReport, report(scheduled, own, runReport));
        } catch (InvalidSettingException e) {
            runReport.close();
            // no room for its report, no list of keys: who is to be told of runs is told of this one, too
            Report report = couldNotRun(scheduled.scenario(), began, Reason.of(e));
            observer.ended(scheduled.name(), RunMode.MIRROR, report.summaries().get(0));
            return ended(scheduled, own, RunReport.none(), report);
        } catch (RuntimeException | Error e) {
            runReport.close();
            throw e;
        }
    }

    private Report report(ScheduledScenario scheduled, Settings own, RunReport runReport) {
        return new Batch(runner, Launch.options(own).named(scheduled.name()), runReport)
                .run(List.of(scheduled.scenario()));
    }

    private static Report couldNotRun(Scenario scenario, Instant began, String problem) {
        Summary summary = Summary.unfinished("-", scenario, began, RunStatus.COULD_NOT_RUN, problem);
        return Report.of(began, List.of(summary));
    }

    private RunStatus ended(ScheduledScenario scheduled, Settings own, RunReport runReport, Report report) {
        Summary summary = report.summaries().get(0);
        RunMdc.enter(summary.runId(), summary.scenario());
        RunLog.ended(scheduled.name(), report);
        deliveries.ended(new Delivery(report, runReport, own, true));
        return summary.status();
    }
}
