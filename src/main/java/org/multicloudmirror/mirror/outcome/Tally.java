package org.multicloudmirror.mirror.outcome;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.multicloudmirror.mirror.run.Run;
import org.multicloudmirror.mirror.run.RunStatus;
import org.multicloudmirror.mirror.run.Summary;
import org.multicloudmirror.mirror.task.Extras;
import org.multicloudmirror.mirror.task.Outcome;
import org.multicloudmirror.mirror.task.OutcomeKind;
import org.multicloudmirror.mirror.task.RangeMarker;
import org.multicloudmirror.mirror.task.Skips;

/** The outcomes and markers of one run as they come in, in any order. For one thread at a time. */
public final class Tally {

    /** What a check finds that is not equality. */
    private static final Set<OutcomeKind> DIFFERENCES =
            Set.of(OutcomeKind.DIFFERENT, OutcomeKind.MISSING, OutcomeKind.EXTRA, OutcomeKind.UNVERIFIABLE);

    private final Map<OutcomeKind, Long> counts = new EnumMap<>(OutcomeKind.class);
    private final Map<OutcomeKind, List<Outcome>> samples = new EnumMap<>(OutcomeKind.class);
    private final Map<String, Long> skippedByRule = new TreeMap<>();
    private final List<String> problems = new ArrayList<>();
    private long outcomes;
    private long expected;
    private long listed;
    private long equal;
    private long bytes;
    private final List<Extras> extras = new ArrayList<>();
    private final List<String> guards = new ArrayList<>();
    /** Ranges that are known of and whose marker is not in; and those that came before they were known of. */
    private final Set<Integer> missing = new HashSet<>(Set.of(0));

    private final Set<Integer> early = new HashSet<>();
    /** Why a store was not worth another request; empty when both were. */
    private String trouble = "";

    private boolean stopped;
    private boolean listingLimited;

    void add(Outcome outcome) {
        outcomes++;
        counts.merge(outcome.kind(), 1L, Long::sum);
        if (outcome.kind().isCopy()) {
            bytes += outcome.size();
        }
        if (outcome.kind() == OutcomeKind.EQUAL) {
            equal++;
        }
        addSample(outcome);
    }

    private void add(Skips skips) {
        if (skips.total() > 0) {
            counts.merge(OutcomeKind.SKIPPED, skips.total(), Long::sum);
            skips.byRule().forEach((rule, number) -> skippedByRule.merge(rule, number, Long::sum));
            skips.first().forEach(this::addSample);
        }
    }

    private void addSample(Outcome outcome) {
        List<Outcome> sample = samples.computeIfAbsent(outcome.kind(), kind -> new ArrayList<>());
        if (outcome.kind().isReported() && sample.size() < Summary.SAMPLE_LIMIT) {
            sample.add(outcome);
        }
    }

    void add(RangeMarker marker) {
        settle(missing, early, marker.range().index());
        marker.cuts().forEach(index -> settle(early, missing, index));
        expected += marker.queued();
        listed += marker.listed();
        equal += marker.equal();
        add(marker.skips());
        extras.add(marker.extras());
        switch (marker.ending()) {
            case COMPLETE -> {
                // nothing more to say
            }
            case STOPPED -> stopped = true;
            case LIMITED -> listingLimited = true;
            case FAILED -> {
                // ranges of one listing mostly fail for one reason
                if (!problems.contains(marker.problem())) {
                    problems.add(marker.problem());
                }
            }
        }
    }

    /** Whether every range's marker is in, and as many outcomes as they promise. */
    public boolean isComplete() {
        return missing.isEmpty() && early.isEmpty() && outcomes == expected;
    }

    /** What is expected on one side is met there, or is expected on the other from now on. */
    private static void settle(Set<Integer> expected, Set<Integer> otherwise, int index) {
        if (!expected.remove(index)) {
            otherwise.add(index);
        }
    }

    /** How many outcomes have come. */
    public long outcomes() {
        return outcomes;
    }

    /** What the destination has and the source has not. */
    public List<Extras> extras() {
        return extras;
    }

    /** The source's objects that the listings named. */
    public long listed() {
        return listed;
    }

    /** Those that needed no copy. */
    public long equal() {
        return equal;
    }

    /** Whether nothing broke off, was interrupted or failed so far. */
    public boolean isWhole() {
        RunStatus status = status();
        return status == RunStatus.OK || status == RunStatus.DIFFERENT;
    }

    /** A guard against deleting too much tripped, and why. */
    public void trip(String guard) {
        guards.add(guard);
    }

    /** What was begun was not ended: the run was interrupted. */
    public void stop() {
        stopped = true;
    }

    /** What was begun could not be ended, and why. */
    public void fail(String problem) {
        problems.add(problem);
    }

    Summary summary(Run run) {
        run.trouble().ifPresent(why -> trouble = why);
        return new Summary(
                run.id(),
                run.scenario(),
                status(),
                problem(run),
                notes(run),
                run.started(),
                Duration.between(run.started(), Instant.now()),
                listed,
                equal,
                counts,
                bytes,
                samples);
    }

    private List<String> notes(Run run) {
        return Stream.concat(
                        run.notes().stream(),
                        skippedByRule.entrySet().stream()
                                .map(rule -> "skipped, " + rule.getKey() + ": " + rule.getValue()))
                .toList();
    }

    private String problem(Run run) {
        if (!problems.isEmpty() || !guards.isEmpty()) {
            return String.join("; ", problems.isEmpty() ? guards : problems);
        }
        return isLimited() ? left(run) : "";
    }

    /** What ended the run, and what it leaves to the next one. */
    private String left(Run run) {
        long objects = counts.getOrDefault(OutcomeKind.LEFT, 0L);
        StringJoiner left = new StringJoiner(", ");
        if (objects > 0) {
            left.add(objects + (objects == 1 ? " object is left" : " objects are left"));
        }
        if (listingLimited) {
            left.add(objects > 0 ? "and what was not listed yet" : "what was not listed yet is left");
        }
        if (run.options().deletion().isWanted()) {
            left.add(counts.containsKey(OutcomeKind.DELETED) ? "not everything was deleted" : "nothing was deleted");
        }
        Optional<String> end = trouble.isEmpty() ? run.options().budget().end() : Optional.of(trouble);
        if (end.isEmpty()) {
            return "not everything fits into --max-transfer: " + left + "; raise the limit to copy "
                    + (objects == 1 ? "it" : "them");
        }
        return left.length() == 0 ? end.get() : end.get() + ": " + left + "; the next run goes on from here";
    }

    private boolean isLimited() {
        return !trouble.isEmpty() || listingLimited || counts.containsKey(OutcomeKind.LEFT);
    }

    private RunStatus status() {
        if (stopped || counts.containsKey(OutcomeKind.INTERRUPTED)) {
            return RunStatus.INTERRUPTED;
        }
        if (!problems.isEmpty()) {
            return RunStatus.COULD_NOT_RUN;
        }
        if (!guards.isEmpty()) {
            return RunStatus.GUARDED;
        }
        if (counts.containsKey(OutcomeKind.FAILED) || !trouble.isEmpty()) {
            return RunStatus.SOME_FAILED;
        }
        if (isLimited()) {
            return RunStatus.LIMIT_REACHED;
        }
        return counts.keySet().stream().anyMatch(DIFFERENCES::contains) ? RunStatus.DIFFERENT : RunStatus.OK;
    }
}
