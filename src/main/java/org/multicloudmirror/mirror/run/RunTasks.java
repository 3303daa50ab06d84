package org.multicloudmirror.mirror.run;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.multicloudmirror.mirror.task.CopyTask;
import org.multicloudmirror.mirror.task.KeyRange;
import org.multicloudmirror.mirror.task.Outcome;
import org.multicloudmirror.mirror.task.OutcomeKind;
import org.multicloudmirror.mirror.work.CopyProgress;
import org.multicloudmirror.scenario.Scenario;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The tasks of a run, from their being queued to their outcomes. Those that are out are remembered: as many as the queue
 * and the workers hold, not more. Safe for use by many threads.
 */
public final class RunTasks {

    private static final Logger LOG = LoggerFactory.getLogger(RunTasks.class);

    private final Scenario scenario;
    private final Progress progress;
    private final AtomicLong sequence = new AtomicLong();
    private final Map<Long, OpenTask> out = new ConcurrentHashMap<>();
    private final Set<String> keysOut = ConcurrentHashMap.newKeySet();
    private final Map<Integer, Claims> claimsByRange = new ConcurrentHashMap<>();

    /** How many tasks of a range came to be taken in, and how many of them were. */
    private static final class Claims {

        private final LongAdder asked = new LongAdder();
        private final LongAdder queued = new LongAdder();
    }

    RunTasks(Scenario scenario, Progress progress) {
        this.scenario = scenario;
        this.progress = progress;
    }

    /** The number of a task that is about to be queued, from 1; no two tasks of a run have the same. */
    public long nextSequence() {
        return sequence.incrementAndGet();
    }

    /** Takes a task in, once: false when its key is queued or in flight already. */
    public boolean claim(CopyTask task) {
        Claims claims = claimsByRange.computeIfAbsent(task.range().index(), index -> new Claims());
        if (!keysOut.add(task.entry().key())) {
            if (!out.containsKey(task.sequence())) {
                claims.asked.increment();
            }
            return false;
        }
        out.put(task.sequence(), progress.open(task));
        claims.asked.increment();
        claims.queued.increment();
        return true;
    }

    /** What is told how far the object of a task is; of one that has its outcome already the bytes count and no more. */
    CopyProgress progressOf(CopyTask task) {
        OpenTask open = out.get(task.sequence());
        return open == null ? progress::addBytes : open;
    }

    /** How many tasks of a range were taken in. */
    public long queued(KeyRange range) {
        Claims claims = claimsByRange.get(range.index());
        return claims == null ? 0 : claims.queued.sum();
    }

    /** How many tasks of a range came to be taken in; the same one twice is one. */
    public long asked(KeyRange range) {
        Claims claims = claimsByRange.get(range.index());
        return claims == null ? 0 : claims.asked.sum();
    }

    /** A worker begins a task: false when one has begun it before, or its outcome has arrived. */
    public boolean begin(long number) {
        OpenTask task = out.get(number);
        return task != null && task.begin();
    }

    /**
     * An outcome has come back: false for a second one of the same task, which changes nothing. An outcome of no task
     * always counts.
     */
    public boolean arrive(Outcome outcome) {
        if (outcome.sequence() == Outcome.NO_TASK) {
            return true;
        }
        OpenTask open = out.remove(outcome.sequence());
        if (open == null) {
            LOG.warn("{}: a second outcome of {} is not counted: {}", scenario, outcome.key(), outcome.kind());
            return false;
        }
        keysOut.remove(open.task().entry().key());
        progress.end(open, outcome.kind() == OutcomeKind.FAILED);
        return true;
    }

    /**
     * Those that nobody has.
     *
     * @param held the sequence numbers of those that wait or are worked on
     */
    public List<CopyTask> missing(Set<Long> held) {
        if (!progress.isListingEnded()) {
            // one may be on its way into a full queue
            return List.of();
        }
        return out.values().stream()
                .map(OpenTask::task)
                .filter(task -> !held.contains(task.sequence()))
                .toList();
    }
}
