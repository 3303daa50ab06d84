package org.multicloudmirror.app;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.multicloudmirror.mirror.Report;
import org.multicloudmirror.mirror.Run;
import org.multicloudmirror.mirror.RunOptions;
import org.multicloudmirror.mirror.RunStatus;
import org.multicloudmirror.mirror.Runs;
import org.multicloudmirror.mirror.Summary;
import org.multicloudmirror.observe.ProgressReporter;
import org.multicloudmirror.scenario.Scenario;

/** Runs scenarios one after another; one that cannot run does not stop the others. */
public final class Batch {

    /** Routes that someone edited may lose a message: so many idle seconds without a summary mean that they did. */
    private static final int IDLE_SECONDS = 5;

    private final Engine engine;
    private final RunOptions options;
    private final ProgressReporter progress;

    public Batch(Engine engine, RunOptions options, ProgressReporter progress) {
        this.engine = engine;
        this.options = options;
        this.progress = progress;
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
                            : run(scenario));
        }
        return new Report(started, Duration.between(started, Instant.now()), summaries);
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
