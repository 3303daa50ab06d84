package org.multicloudmirror.report;

import java.util.ArrayList;
import java.util.List;
import org.multicloudmirror.mirror.Report;
import org.multicloudmirror.mirror.RunStatus;
import org.multicloudmirror.mirror.Summary;
import org.multicloudmirror.storage.Keys;

/** What a run prints at its end: one line a scenario. */
public final class ConsoleSummary {

    private ConsoleSummary() {}

    /** The lines without a break after the last; a line of totals follows unless there is exactly one scenario. */
    public static String render(Report report) {
        List<String> lines = new ArrayList<>();
        report.summaries().forEach(summary -> lines.add(line(summary)));
        if (lines.size() != 1) {
            lines.add("total: " + CountsLine.of(Totals.of(report)));
        }
        return String.join("\n", lines);
    }

    private static String line(Summary summary) {
        String name = Keys.printable(summary.scenario() + ": ");
        return switch (summary.status()) {
            case OK, SOME_FAILED, DIFFERENT -> name + CountsLine.of(Totals.of(summary));
            case INTERRUPTED, COULD_NOT_RUN, GUARDED, LOCKED ->
                name + StatusWords.headline(summary.status()) + problem(summary) + done(summary);
        };
    }

    private static String problem(Summary summary) {
        return summary.problem().isEmpty() ? "" : ": " + Keys.printable(summary.problem());
    }

    /** A run that never began has no numbers worth a line of zeros. */
    private static String done(Summary summary) {
        boolean began = summary.listed() > 0 || summary.status() == RunStatus.INTERRUPTED;
        return began ? "; " + CountsLine.of(Totals.of(summary)) : "";
    }
}
