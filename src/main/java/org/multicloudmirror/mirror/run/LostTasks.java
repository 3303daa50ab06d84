package org.multicloudmirror.mirror.run;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.multicloudmirror.mirror.options.RunMode;
import org.multicloudmirror.mirror.task.CopyTask;
import org.multicloudmirror.mirror.task.Evidence;
import org.multicloudmirror.mirror.task.Outcome;
import org.multicloudmirror.mirror.task.OutcomeKind;
import org.multicloudmirror.mirror.task.Proof;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices tasks that were lost on their way, and gives them an outcome: without it their run would wait for ever. What
 * a worker has is not lost, however long it takes.
 */
public final class LostTasks {

    /** How often it is to be looked for them; they are lost when two looks miss them. */
    public static final Duration PERIOD = Duration.ofSeconds(20);

    private static final String LOST =
            "lost on its way through this program: a route that was edited may lose messages";

    private static final Logger LOG = LoggerFactory.getLogger(LostTasks.class);

    private final Runs runs;
    private final Supplier<Collection<CopyTask>> held;
    private final Consumer<Outcome> arrival;

    /**
     * @param held the tasks that wait for a worker or have one
     * @param arrival takes the outcomes of those that are lost, and does not wait for what comes of them
     */
    public LostTasks(Runs runs, Supplier<Collection<CopyTask>> held, Consumer<Outcome> arrival) {
        this.runs = runs;
        this.held = held;
        this.arrival = arrival;
    }

    /** Looks for them once. */
    public void look() {
        Map<String, Set<Long>> heldByRun = new HashMap<>();
        for (CopyTask task : held.get()) {
            heldByRun.computeIfAbsent(task.runId(), id -> new HashSet<>()).add(task.sequence());
        }
        for (Run run : runs.underWay()) {
            for (CopyTask task : run.tasks().lost(heldByRun.getOrDefault(run.id(), Set.of()))) {
                LOG.error("{}: {} was {}", run.scenario(), task.source(), LOST);
                arrival.accept(outcome(run, task));
            }
        }
    }

    private static Outcome outcome(Run run, CopyTask task) {
        boolean isCheck = run.options().mode() == RunMode.CHECK;
        return new Outcome(
                task.runId(),
                task.sequence(),
                task.entry().key(),
                task.entry().size(),
                task.entry().etag(),
                isCheck ? OutcomeKind.UNVERIFIABLE : OutcomeKind.FAILED,
                0,
                LOST,
                Duration.ZERO,
                new Evidence(task.presentEtag(), Proof.NONE));
    }
}
