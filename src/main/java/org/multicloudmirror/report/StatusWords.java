package org.multicloudmirror.report;

import java.util.List;
import java.util.Locale;
import org.multicloudmirror.mirror.run.Report;
import org.multicloudmirror.mirror.run.RunStatus;
import org.multicloudmirror.mirror.run.Summary;
import org.multicloudmirror.mirror.task.OutcomeKind;

/** How a run ended, in words that stand by themselves. */
final class StatusWords {

    private StatusWords() {}

    /** The status as a headline, such as {@code SOME FAILED}. */
    static String headline(RunStatus status) {
        return status.word().replace('-', ' ').toUpperCase(Locale.ROOT);
    }

    /** What the status of a report means to its reader, in one sentence or two. */
    static String meaning(Report report) {
        return switch (report.status()) {
            case OK ->
                Totals.of(report).isDryRun()
                        ? "Dry run: nothing was changed."
                        : "Nothing failed." + archived(report.count(OutcomeKind.ARCHIVED));
            case SOME_FAILED ->
                Amounts.count(report.count(OutcomeKind.FAILED), "object") + " failed. The next run tries again.";
            case LIMIT_REACHED -> "A limit was reached before everything was done.";
            case DIFFERENT -> "Not everything is equal.";
            case GUARDED -> "A guard tripped: nothing was deleted.";
            case LOCKED -> "Another run of the same scenario was under way.";
            case COULD_NOT_RUN -> couldNotRun(report.summaries()) + " could not run to the end.";
            case INTERRUPTED -> "The run was interrupted. The next run copies what is left.";
        };
    }

    private static String archived(long objects) {
        return objects == 0 ? "" : " " + Amounts.count(objects, "object") + " must be restored from an archive first.";
    }

    private static String couldNotRun(List<Summary> summaries) {
        if (summaries.size() == 1) {
            return "The scenario";
        }
        long broken = summaries.stream()
                .filter(summary -> summary.status() == RunStatus.COULD_NOT_RUN)
                .count();
        return Amounts.count(broken) + " of " + Amounts.count(summaries.size(), "scenario");
    }
}
