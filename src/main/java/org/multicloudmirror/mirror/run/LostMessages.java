package org.multicloudmirror.mirror.run;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.multicloudmirror.mirror.options.RunMode;
import org.multicloudmirror.mirror.task.CopyTask;
import org.multicloudmirror.mirror.task.Evidence;
import org.multicloudmirror.mirror.task.KeyRange;
import org.multicloudmirror.mirror.task.Outcome;
import org.multicloudmirror.mirror.task.OutcomeKind;
import org.multicloudmirror.mirror.task.Proof;
import org.multicloudmirror.mirror.task.RangeMarker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices tasks and ranges that were lost on their way, and gives them an outcome or a marker: without it their run would
 * wait for ever. What a worker or a lister has is not lost, however long it takes.
 */
public final class LostMessages {

    /** How often it is to be looked for them; they are lost when two looks miss them. */
    public static final Duration PERIOD = Duration.ofSeconds(20);

    /** Why what is lost has failed. */
    public static final String LOST = "lost on its way through this program: a route that was edited may lose messages";

    /** Why a range has failed whose pages did not all come to be decided. */
    public static final String PAGE_LOST = "a page of the listing was " + LOST;

    private static final Logger LOG = LoggerFactory.getLogger(LostMessages.class);

    private final Runs runs;
    private final Messages messages;

    /** Where the messages of the runs are. */
    public interface Messages {

        /** The tasks that wait for a worker or have one. */
        Collection<CopyTask> tasks();

        /** The ranges that wait for a lister or have one. */
        Collection<KeyRange> ranges();

        /** The marker of a range that is lost. */
        RangeMarker failed(KeyRange range);

        /** Takes the outcome or marker of one that is lost, and does not wait for what comes of it. */
        void arrive(String runId, Object outcome);
    }

    public LostMessages(Runs runs, Messages messages) {
        this.runs = runs;
        this.messages = messages;
    }

    /** Why something has failed that so many objects are missing of, which nobody knows by name. */
    public static String objectsLost(long objects) {
        return objects == 1
                ? "1 object was " + LOST
                : objects
                        + " objects were lost on their way through this program: a route that was edited may lose messages";
    }

    /** Looks for them once. */
    public void look() {
        Set<KeyRange> ranges = new HashSet<>(messages.ranges());
        Map<String, Set<Long>> tasks = new HashMap<>();
        for (CopyTask task : messages.tasks()) {
            tasks.computeIfAbsent(task.runId(), id -> new HashSet<>()).add(task.sequence());
        }
        for (Run run : runs.underWay()) {
            for (KeyRange range : run.ranges().lost(ranges)) {
                LOG.error("{}: a part of the listing was {}", run.scenario(), LOST);
                messages.arrive(run.id(), messages.failed(range));
            }
            for (CopyTask task : run.tasks().lost(tasks.getOrDefault(run.id(), Set.of()))) {
                LOG.error("{}: {} was {}", run.scenario(), task.source(), LOST);
                messages.arrive(run.id(), failed(run, task));
            }
        }
    }

    private static Outcome failed(Run run, CopyTask task) {
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
