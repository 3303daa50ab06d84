package org.multicloudmirror.app;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.multicloudmirror.delivery.RunReport;
import org.multicloudmirror.delivery.RunReports;
import org.multicloudmirror.lease.Leases;
import org.multicloudmirror.lock.ScenarioLocks;
import org.multicloudmirror.mirror.options.RunOptions;
import org.multicloudmirror.mirror.run.LostMessages;
import org.multicloudmirror.mirror.run.Run;
import org.multicloudmirror.mirror.run.RunStatus;
import org.multicloudmirror.mirror.run.Summary;
import org.multicloudmirror.mirror.task.Reason;
import org.multicloudmirror.mirror.work.CopyRun;
import org.multicloudmirror.mirror.work.RunMdc;
import org.multicloudmirror.observe.ProgressReporter;
import org.multicloudmirror.scenario.Scenario;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs one scenario, under its lock, from its beginning to its summary. Safe for use by several threads. */
public final class ScenarioRunner {

    /**
     * Routes that someone edited may lose a message: so many idle seconds without a summary mean that they did, and that
     * it was none of those that {@link Engine#lookForLostMessages} finds.
     */
    private static final long IDLE_SECONDS = LostMessages.SPAN.toSeconds() * 3 / 2;

    private static final Duration LOCK_POLL = Duration.ofMillis(500);
    private static final Logger LOG = LoggerFactory.getLogger(ScenarioRunner.class);

    private final Engine engine;
    private final RunReports runReports;
    private final ProgressReporter progress;
    private final ScenarioLocks locks;
    private final boolean waits;
    private @Nullable Leases leases;

    /**
     * @param waits whether a scenario that another run has is waited for
     */
    public ScenarioRunner(
            Engine engine, RunReports runReports, ProgressReporter progress, ScenarioLocks locks, boolean waits) {
        this.engine = engine;
        this.runReports = runReports;
        this.progress = progress;
        this.locks = locks;
        this.waits = waits;
    }

    /**
     * Runs a scenario. What writes nothing needs no lock.
     *
     * @param runReport where its outcomes are written down
     */
    public Summary run(Scenario scenario, RunOptions options, RunReport runReport) {
        RunMdc.enter(scenario);
        try {
            return locked(scenario, options, runReport);
        } finally {
            CopyRun.leave();
        }
    }

    /** A run is over, and its report says so. */
    void told(RunOptions options, Summary summary) {
        engine.runs().told(options, summary);
    }

    private Summary locked(Scenario scenario, RunOptions options, RunReport runReport) {
        Instant started = Instant.now();
        if (engine.runs().isInterrupted()) {
            return Summary.unfinished("-", scenario, started, RunStatus.INTERRUPTED, "interrupted before it began");
        }
        Optional<String> end = options.budget().end();
        if (end.isPresent()) {
            return Summary.unfinished("-", scenario, started, RunStatus.LIMIT_REACHED, end.get() + " before it began");
        }
        if (!options.mode().writes()) {
            return execute(scenario, options, runReport);
        }
        try {
            ScenarioLocks.Attempt lock = acquire(scenario, options);
            if (lock.held().isEmpty()) {
                return Summary.unfinished("-", scenario, started, RunStatus.LOCKED, lock.obstacle());
            }
            try (ScenarioLocks.Held held = lock.held().get()) {
                LOG.debug("has the lock {}", held.path());
                return execute(scenario, options, runReport);
            }
        } catch (UncheckedIOException e) {
            return Summary.unfinished("-", scenario, started, RunStatus.COULD_NOT_RUN, Reason.of(e));
        }
    }

    private ScenarioLocks.Attempt acquire(Scenario scenario, RunOptions options) {
        boolean deletes = options.deletion().isWanted();
        ScenarioLocks.Attempt lock = locks.tryAcquire(scenario, deletes);
        if (lock.held().isEmpty() && waits) {
            LOG.info("waiting: {}", lock.obstacle());
        }
        while (lock.held().isEmpty()
                && waits
                && !engine.runs().isInterrupted()
                && !options.budget().isSpent()) {
            // the operating system tells nobody that a file's lock is free
            LockSupport.parkNanos(LOCK_POLL.toNanos());
            lock = locks.tryAcquire(scenario, deletes);
        }
        return lock;
    }

    private Summary execute(Scenario scenario, RunOptions options, RunReport runReport) {
        Run run = engine.runs().start(scenario, options);
        run.copies().enter();
        runReports.assign(run, runReport);
        try {
            return options.lease().isZero() || !options.mode().writes() ? watched(run) : leased(run);
        } catch (RuntimeException | Error e) {
            Summary summary = unfinished(run, Reason.of(e));
            engine.runs().end(run, summary);
            told(options, summary);
            throw e;
        } finally {
            runReports.release(run);
        }
    }

    private Summary leased(Run run) {
        try (LeasedRun leased = new LeasedRun(run, leases(), waits)) {
            Optional<Summary> refusal = leased.begin();
            refusal.ifPresent(summary -> engine.runs().end(run, summary));
            return refusal.orElseGet(() -> watched(run));
        }
    }

    private synchronized Leases leases() {
        Leases present = leases == null ? new Leases() : leases;
        leases = present;
        return present;
    }

    private Summary watched(Run run) {
        ProgressReporter.Watching watching = progress.watch(run);
        try {
            engine.send("direct:mirror-run", run.id());
            run.ranges().planned();
            return await(run);
        } finally {
            watching.stop();
        }
    }

    private Summary await(Run run) {
        long idle = 0;
        while (true) {
            try {
                return run.ended().get(1, TimeUnit.SECONDS);
            } catch (TimeoutException e) {
                idle = engine.isIdle() ? idle + 1 : 0;
                if (idle >= IDLE_SECONDS) {
                    return lost(run);
                }
                if (idle > 0) {
                    engine.lookForLostMessages();
                }
            } catch (ExecutionException e) {
                throw new IllegalStateException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return lost(run);
            }
        }
    }

    private Summary lost(Run run) {
        Summary summary = unfinished(
                run,
                "the routes went idle without a summary: a route loses messages; restore routes/ or mend the one that"
                        + " was edited");
        engine.runs().end(run, summary);
        return summary;
    }

    private static Summary unfinished(Run run, String problem) {
        return Summary.unfinished(run.id(), run.scenario(), run.started(), RunStatus.COULD_NOT_RUN, problem);
    }
}
