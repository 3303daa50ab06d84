package org.multicloudmirror.report;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.multicloudmirror.mirror.run.Report;
import org.multicloudmirror.mirror.run.Summary;
import org.multicloudmirror.mirror.task.OutcomeKind;

/**
 * The numbers of one scenario or of all of them, so that both are rendered by the same code.
 *
 * @param counts the outcomes of each kind; kinds without any are left out
 * @param listed the source's objects that the listings named
 * @param equal those that needed no copy
 * @param bytes of the copied objects; of those that would be copied, in a dry run
 * @param duration that it took, without what it waited for other runs
 */
record Totals(Map<OutcomeKind, Long> counts, long listed, long equal, long bytes, Duration duration) {

    static Totals of(Summary summary) {
        return new Totals(summary.counts(), summary.listed(), summary.equal(), summary.bytes(), summary.duration());
    }

    static Totals of(Report report) {
        Map<OutcomeKind, Long> counts = new EnumMap<>(OutcomeKind.class);
        for (OutcomeKind kind : OutcomeKind.values()) {
            counts.put(kind, report.count(kind));
        }
        return new Totals(
                counts,
                sum(report, Summary::listed),
                sum(report, Summary::equal),
                sum(report, Summary::bytes),
                report.duration());
    }

    private static long sum(Report report, ToLongFunction<Summary> number) {
        return report.summaries().stream().mapToLong(number).sum();
    }

    long count(OutcomeKind kind) {
        return counts.getOrDefault(kind, 0L);
    }

    /** Whether this is about a dry run; one that found nothing to copy looks like any other run. */
    boolean isDryRun() {
        return count(OutcomeKind.WOULD_COPY) + count(OutcomeKind.WOULD_UPDATE) + count(OutcomeKind.WOULD_DELETE) > 0;
    }

    /** The objects that were copied or, in a dry run, would be. */
    long selected() {
        return isDryRun() ? count(OutcomeKind.WOULD_COPY) : count(OutcomeKind.COPIED) + count(OutcomeKind.LOSSY);
    }

    /** The copied bytes a second; {@code -} when there is none to tell. */
    String rate() {
        return isDryRun() || selected() == 0 ? "-" : Amounts.rate(bytes, duration);
    }
}
