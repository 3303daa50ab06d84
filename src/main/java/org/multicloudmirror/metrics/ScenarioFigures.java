package org.multicloudmirror.metrics;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.multicloudmirror.mirror.options.RunMode;
import org.multicloudmirror.mirror.run.Run;
import org.multicloudmirror.mirror.run.RunStatus;
import org.multicloudmirror.mirror.run.Summary;
import org.multicloudmirror.mirror.task.FailureClass;
import org.multicloudmirror.mirror.task.Outcome;
import org.multicloudmirror.mirror.task.OutcomeKind;

/** What is counted of the runs of one route: a scheduled scenario's, or one that starts runs. */
final class ScenarioFigures {

    private volatile Instant since = Instant.now();
    private final @Nullable Scheduled scheduled;
    private final PastRuns past = new PastRuns();
    private final Counts<RunStatus> runs = new Counts<>(RunStatus.class);
    private final Counts<OutcomeKind> outcomes = new Counts<>(OutcomeKind.class);
    private final Counts<FailureClass> failures = new Counts<>(FailureClass.class);
    private final LongAdder copiedBytes = new LongAdder();
    private final Map<String, RunUnderWay> underWay = new ConcurrentHashMap<>();
    private long equalOfEnded;
    private long bytesOfEnded;

    /**
     * @param scheduled null for a route that is no scheduled scenario
     */
    ScenarioFigures(@Nullable Scheduled scheduled) {
        this.scheduled = scheduled;
    }

    PastRuns past() {
        return past;
    }

    Counts<RunStatus> runs() {
        return runs;
    }

    Counts<OutcomeKind> outcomes() {
        return outcomes;
    }

    Counts<FailureClass> failures() {
        return failures;
    }

    long copiedBytes() {
        return copiedBytes.sum();
    }

    Collection<RunUnderWay> underWay() {
        return List.copyOf(underWay.values());
    }

    void began(Run run) {
        underWay.put(run.id(), new RunUnderWay(run));
    }

    void arrived(Run run, Outcome outcome) {
        outcomes.add(outcome.kind(), 1);
        if (outcome.kind() == OutcomeKind.COPIED || outcome.kind() == OutcomeKind.LOSSY) {
            copiedBytes.add(outcome.size());
        }
        if (outcome.kind() == OutcomeKind.FAILED) {
            FailureClass why = outcome.failure();
            failures.add(why == null ? FailureClass.OTHER : why, 1);
        }
        RunUnderWay known = underWay.get(run.id());
        if (known != null) {
            known.arrived(outcome.kind() == OutcomeKind.SKIPPED);
        }
    }

    void broke(FailureClass why) {
        failures.add(why, 1);
    }

    void ended(RunMode mode, Summary summary) {
        runs.add(summary.status(), 1);
        past.add(
                new EndedRun(Instant.now(), summary.duration(), summary.status().word()), mode == RunMode.MIRROR);
        settle(summary);
    }

    /** Under one lock with what reads the sums: a run counts as under way or as ended, and never as both or neither. */
    private synchronized void settle(Summary summary) {
        RunUnderWay ended = underWay.remove(summary.runId());
        if (ended != null) {
            equalOfEnded += ended.run().progress().equal();
            bytesOfEnded += ended.run().progress().bytes();
            // what listings leave out has no outcomes, and is told at the end
            outcomes.add(OutcomeKind.SKIPPED, Math.max(0, summary.count(OutcomeKind.SKIPPED) - ended.skipped()));
        }
    }

    /** Objects that listings alone found equal; others are among the outcomes. */
    synchronized long equal() {
        return equalOfEnded + sum(run -> run.progress().equal());
    }

    /** Bytes read, or copied on a server, for whatever became of them. */
    synchronized long bytes() {
        return bytesOfEnded + sum(run -> run.progress().bytes());
    }

    /** The sum of a figure of the runs under way. */
    long sum(ToLongFunction<Run> figure) {
        return underWay.values().stream()
                .map(RunUnderWay::run)
                .mapToLong(figure)
                .sum();
    }

    boolean isScheduled() {
        return scheduled != null;
    }

    /** Whether these are the figures of a scheduled scenario that another entry goes on with. */
    boolean fit(Scheduled other) {
        return scheduled != null && scheduled.scenario().equals(other.scenario());
    }

    /** Nothing that is known happened after now, whatever the clock was then. */
    void clockPutBack(Instant now) {
        since = since.isAfter(now) ? now : since;
        past.clockPutBack(now);
    }

    /** When the next run begins, as far as that can be told. */
    Optional<Instant> nextRun(Timetable timetable, Instant now) {
        if (timetable.isByTheClock()) {
            return timetable.after(now);
        }
        if (timetable.isOnChange() || !underWay.isEmpty()) {
            return Optional.empty();
        }
        return past.count() == 0
                ? timetable.notBefore(since)
                : past.last().flatMap(run -> timetable.after(run.ended()));
    }

    /**
     * Until when the next success is due by the schedule, without any slack: {@code status} calls it late one time later.
     * Empty while nothing is due.
     */
    Optional<Instant> successDue(Timetable timetable) {
        Instant first = past.since().filter(since::isAfter).orElse(since);
        Optional<Instant> success = past.lastSuccess();
        if (timetable.isOnChange()) {
            return success.isEmpty() ? timetable.notBefore(first) : past.failingSince();
        }
        if (success.isEmpty() && !timetable.isByTheClock()) {
            return timetable.notBefore(first);
        }
        return timetable.after(success.orElse(first));
    }
}
