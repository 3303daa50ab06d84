package org.multicloudmirror.mirror.run;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import org.multicloudmirror.mirror.options.RunMode;
import org.multicloudmirror.mirror.task.CopyTask;
import org.multicloudmirror.mirror.task.Evidence;
import org.multicloudmirror.mirror.task.KeyRange;
import org.multicloudmirror.mirror.task.Outcome;
import org.multicloudmirror.mirror.task.OutcomeKind;
import org.multicloudmirror.mirror.task.Proof;
import org.multicloudmirror.mirror.task.RangeMarker;
import org.multicloudmirror.storage.Keys;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices tasks and ranges that were lost on their way, and gives them an outcome or a marker: without it their run would
 * wait for ever. What a worker or a lister has is not lost, however long it takes.
 */
public final class LostMessages {

    /** What is missing for so long is lost. */
    public static final Duration SPAN = Duration.ofSeconds(30);

    /** Why what is lost has failed. */
    public static final String LOST = "lost on its way through this program: a route that was edited may lose messages";

    /** Why a range has failed whose pages did not all come to be decided. */
    public static final String PAGE_LOST = "a page of the listing was " + LOST;

    /** So many of a run are told by name at each look. */
    private static final int NAMED = 20;

    private static final Logger LOG = LoggerFactory.getLogger(LostMessages.class);

    private final Runs runs;
    private final Messages messages;
    private final Missing<CopyTask> tasks;
    private final Missing<KeyRange> ranges;

    /** Where the messages of the runs are. */
    public interface Messages {

        /** The tasks that wait for a worker or have one; empty where nobody can tell. */
        Optional<Collection<CopyTask>> tasks();

        /** The ranges that wait for a lister or have one; empty where nobody can tell. */
        Optional<Collection<KeyRange>> ranges();

        /** The marker of a range that is lost. */
        RangeMarker failed(Run run, KeyRange range);

        /** Does something, without being waited for. */
        void apart(Runnable report);

        /** Takes the outcome or marker of one that is lost. */
        void arrive(String runId, Object outcome);
    }

    /**
     * @param span how long something is missing before it is lost
     * @param nanos the clock
     */
    public LostMessages(Runs runs, Messages messages, Duration span, LongSupplier nanos) {
        this.runs = runs;
        this.messages = messages;
        this.tasks = new Missing<>(span, nanos);
        this.ranges = new Missing<>(span, nanos);
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
        List<KeyRange> lostRanges = ranges.look(missingRanges());
        List<CopyTask> lostTasks = tasks.look(missingTasks());
        for (Run run : runs.underWay()) {
            List<KeyRange> rangesOfRun = lostRanges.stream()
                    .filter(range -> range.runId().equals(run.id()))
                    .toList();
            List<CopyTask> tasksOfRun = lostTasks.stream()
                    .filter(task -> task.runId().equals(run.id()))
                    .toList();
            if (!rangesOfRun.isEmpty() || !tasksOfRun.isEmpty()) {
                messages.apart(() -> report(run, rangesOfRun, tasksOfRun));
            }
        }
    }

    private List<KeyRange> missingRanges() {
        Optional<Set<KeyRange>> held = messages.ranges().map(HashSet::new);
        return held.stream()
                .flatMap(known -> runs.underWay().stream().flatMap(run -> run.ranges().missing(known).stream()))
                .toList();
    }

    private List<CopyTask> missingTasks() {
        Optional<Map<String, Set<Long>>> held = messages.tasks().map(LostMessages::numbers);
        return held.stream()
                .flatMap(known -> runs.underWay().stream()
                        .flatMap(run -> run.tasks().missing(known.getOrDefault(run.id(), Set.of())).stream()))
                .toList();
    }

    private static Map<String, Set<Long>> numbers(Collection<CopyTask> tasks) {
        Map<String, Set<Long>> numbers = new HashMap<>();
        tasks.forEach(task ->
                numbers.computeIfAbsent(task.runId(), id -> new HashSet<>()).add(task.sequence()));
        return numbers;
    }

    private void report(Run run, List<KeyRange> lostRanges, List<CopyTask> lostTasks) {
        run.copies().enter();
        name(lostRanges.stream().map(LostMessages::listing).toList());
        name(lostTasks.stream().map(task -> task.source().toString()).toList());
        lostRanges.forEach(range -> messages.arrive(run.id(), messages.failed(run, range)));
        lostTasks.forEach(task -> messages.arrive(run.id(), failed(run, task)));
    }

    private static void name(List<String> lost) {
        lost.stream().limit(NAMED).forEach(one -> LOG.error("{} was {}", one, LOST));
        if (lost.size() > NAMED) {
            LOG.error("and so were {} more", lost.size() - NAMED);
        }
    }

    private static String listing(KeyRange range) {
        if (range.isWhole()) {
            return "the listing of all keys";
        }
        return "the listing of the keys"
                + (range.after().isEmpty() ? "" : " behind " + Keys.printable(range.after()))
                + (range.until() == null ? "" : " up to " + Keys.printable(range.until()));
    }

    private static Outcome failed(Run run, CopyTask task) {
        return new Outcome(
                task.runId(),
                task.sequence(),
                task.entry().key(),
                task.entry().size(),
                task.entry().etag(),
                kind(run),
                0,
                LOST,
                Duration.ZERO,
                new Evidence(task.presentEtag(), Proof.NONE));
    }

    private static OutcomeKind kind(Run run) {
        if (run.isInterrupted()) {
            return OutcomeKind.INTERRUPTED;
        }
        return run.options().mode() == RunMode.CHECK ? OutcomeKind.UNVERIFIABLE : OutcomeKind.FAILED;
    }
}
