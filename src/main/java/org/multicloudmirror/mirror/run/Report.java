package org.multicloudmirror.mirror.run;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.multicloudmirror.mirror.task.OutcomeKind;

/**
 * What one invocation came to: the summaries of its scenarios, in their order.
 *
 * @param started when the first began
 * @param duration that they took; no time in which one waited for another run
 * @param summaries one a scenario
 */
public record Report(Instant started, Duration duration, List<Summary> summaries) {

    public Report {
        summaries = List.copyOf(summaries);
    }

    /** Of scenarios that ran one after another. */
    public static Report of(Instant started, List<Summary> summaries) {
        Duration duration = Duration.ZERO;
        for (Summary summary : summaries) {
            duration = duration.plus(summary.duration());
        }
        return new Report(started, duration, summaries);
    }

    /** The number of outcomes of a kind, over all scenarios. */
    public long count(OutcomeKind kind) {
        return summaries.stream().mapToLong(summary -> summary.count(kind)).sum();
    }

    /** The summaries with what went wrong at the top; those that ended alike keep their order. */
    public List<Summary> worstFirst() {
        return summaries.stream().sorted(Comparator.comparing(Summary::status)).toList();
    }

    /** The worst status of the scenarios. */
    public RunStatus status() {
        return summaries.stream()
                .map(Summary::status)
                .min(Comparator.naturalOrder())
                .orElse(RunStatus.OK);
    }

    /**
     * The same of runs that could not be written down, which is part of what they were asked for.
     *
     * @param why in one line
     */
    public Report withoutReport(String why) {
        return new Report(
                started,
                duration,
                summaries.stream().map(summary -> summary.withoutReport(why)).toList());
    }
}
