package org.multicloudmirror.app;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.multicloudmirror.mirror.Reason;
import org.multicloudmirror.mirror.Report;
import org.multicloudmirror.mirror.Run;
import org.multicloudmirror.mirror.RunOptions;
import org.multicloudmirror.mirror.RunStatus;
import org.multicloudmirror.mirror.Runs;
import org.multicloudmirror.mirror.Summary;
import org.multicloudmirror.observe.ProgressReporter;
import org.multicloudmirror.scenario.Scenario;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs scenarios one after another; one that cannot run does not stop the others. */
public final class Batch {

    /** Routes that someone edited may lose a message: so many idle seconds without a summary mean that they did. */
    private static final int IDLE_SECONDS = 5;

    private static final Duration LOCK_POLL = Duration.ofMillis(500);
    private static final Logger LOG = LoggerFactory.getLogger(Batch.class);

    private final Engine engine;
    private final RunOptions options;
    private final ProgressReporter progress;
    private final ScenarioLocks locks;
    private final boolean waits;

    /**
     * @param waits whether a scenario that another run has is waited for
     */
    public Batch(Engine engine, RunOptions options, ProgressReporter progress, ScenarioLocks locks, boolean waits) {
        this.engine = engine;
        this.options = options;
        this.progress = progress;
        this.locks = locks;
        this.waits = waits;
    }

    /** Runs all; returns when the last has its summary. */
    public Report run(List<Scenario> scenarios) {
        Instant started = Instant.now();
        List<Summary> summaries = new ArrayList<>();
        for (Scenario scenario : scenarios) {
            summaries.add(
                    engine.runs().isInterrupted()
                            ? unfinished(
                                    "-", scenario, Instant.now(), RunStatus.INTERRUPTED, "interrupted before it began")
                            : runLocked(scenario));
        }
        return new Report(started, Duration.between(started, Instant.now()), summaries);
    }

    /** A dry run writes nothing and needs no lock. */
    private Summary runLocked(Scenario scenario) {
        if (options.dryRun()) {
            return run(scenario);
        }
        Instant started = Instant.now();
        try {
            Optional<ScenarioLocks.Held> lock = acquire(scenario);
            if (lock.isEmpty()) {
                String problem = "another run has it: " + locks.holder(scenario);
                return unfinished("-", scenario, started, RunStatus.LOCKED, problem);
            }
            try (ScenarioLocks.Held held = lock.get()) {
                LOG.debug("locked by {}", held);
                return run(scenario);
            }
        } catch (UncheckedIOException e) {
            return unfinished("-", scenario, started, RunStatus.COULD_NOT_RUN, Reason.of(e));
        }
    }

    private Optional<ScenarioLocks.Held> acquire(Scenario scenario) {
        Optional<ScenarioLocks.Held> lock = locks.tryAcquire(scenario);
        if (lock.isEmpty() && waits) {
            LOG.info("{}: waiting for another run: {}", scenario, locks.holder(scenario));
        }
        while (lock.isEmpty() && waits && !engine.runs().isInterrupted()) {
            // the operating system tells nobody that a file's lock is free
            LockSupport.parkNanos(LOCK_POLL.toNanos());
            lock = locks.tryAcquire(scenario);
        }
        return lock;
    }

    private Summary run(Scenario scenario) {
        Runs runs = engine.runs();
        Run run = runs.start(scenario, options);
        ProgressReporter.Watching watching = progress.watch(run);
        try {
            engine.send("direct:mirror-run", run.id());
            return await(run);
        } finally {
            watching.stop();
        }
    }

    private Summary await(Run run) {
        int idle = 0;
        while (true) {
            try {
                return run.ended().get(1, TimeUnit.SECONDS);
            } catch (TimeoutException e) {
                idle = engine.isIdle() ? idle + 1 : 0;
                if (idle >= IDLE_SECONDS) {
                    return lost(run);
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
                run.id(),
                run.scenario(),
                run.started(),
                RunStatus.COULD_NOT_RUN,
                "the routes went idle without a summary: a route loses messages; restore routes/ or mend the one that"
                        + " was edited");
        engine.runs().end(run, summary);
        return summary;
    }

    private static Summary unfinished(String id, Scenario scenario, Instant started, RunStatus status, String problem) {
        return new Summary(
                id,
                scenario,
                status,
                problem,
                List.of(),
                started,
                Duration.between(started, Instant.now()),
                0,
                0,
                Map.of(),
                0,
                Map.of());
    }
}
