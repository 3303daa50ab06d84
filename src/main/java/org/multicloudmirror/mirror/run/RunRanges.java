package org.multicloudmirror.mirror.run;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.multicloudmirror.mirror.task.KeyRange;
import org.multicloudmirror.mirror.task.RangeMarker;
import org.multicloudmirror.scenario.Scenario;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The ranges of a run, from their being cut off to their markers: what has come back is forgotten. Safe for use by many
 * threads.
 */
public final class RunRanges {

    private static final Logger LOG = LoggerFactory.getLogger(RunRanges.class);

    private final Scenario scenario;
    private final Progress progress;
    private final KeyRange whole;
    private final AtomicInteger next = new AtomicInteger(1);
    /** Those that are out, and what was cut off from them. */
    private final Map<KeyRange, List<Integer>> out = new ConcurrentHashMap<>();

    private final Set<KeyRange> opened = ConcurrentHashMap.newKeySet();
    private volatile boolean isPlanned;

    RunRanges(String runId, Scenario scenario, Progress progress) {
        this.scenario = scenario;
        this.progress = progress;
        this.whole = KeyRange.whole(runId);
        out.put(whole, new CopyOnWriteArrayList<>());
    }

    /** The range that the run begins with. */
    public KeyRange whole() {
        return whole;
    }

    /** The range that the run begins with has been sent: from now on it is somewhere, or lost. */
    public void planned() {
        isPlanned = true;
    }

    /**
     * A range is listed from now on.
     *
     * @throws IllegalStateException when it is not out: it has its marker, and what it lists now would not count
     */
    public void open(KeyRange range) {
        if (!isOut(range)) {
            throw new IllegalStateException("range " + range.index() + " came to be listed when it had been given up");
        }
        opened.add(range);
    }

    /** Whether a range has no marker yet. */
    public boolean isOut(KeyRange range) {
        return out.containsKey(range);
    }

    /** Whether a range that is out was ever listed. */
    public boolean wasOpened(KeyRange range) {
        return opened.contains(range);
    }

    /** A further range, cut off from another. */
    public KeyRange cut(KeyRange from, String after, @Nullable String until) {
        KeyRange range = new KeyRange(from.runId(), next.getAndIncrement(), after, until);
        progress.beginRange();
        out.put(range, new CopyOnWriteArrayList<>());
        out.getOrDefault(from, new CopyOnWriteArrayList<>()).add(range.index());
        return range;
    }

    /** The indexes of the ranges that were cut off from one that is out. */
    public List<Integer> cutOff(KeyRange range) {
        return List.copyOf(out.getOrDefault(range, List.of()));
    }

    /** A marker has come back: false for a second one of the same range, which changes nothing. */
    public boolean arrive(RangeMarker marker) {
        if (out.remove(marker.range()) == null) {
            LOG.warn(
                    "{}: a second marker of range {} is not counted",
                    scenario,
                    marker.range().index());
            return false;
        }
        opened.remove(marker.range());
        progress.endRange();
        return true;
    }

    /**
     * Those that nobody has.
     *
     * @param held those that wait or are listed
     */
    public List<KeyRange> missing(Set<KeyRange> held) {
        return isPlanned
                ? out.keySet().stream().filter(range -> !held.contains(range)).toList()
                : List.of();
    }
}
