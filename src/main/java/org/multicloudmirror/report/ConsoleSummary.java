package org.multicloudmirror.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.multicloudmirror.mirror.run.Report;
import org.multicloudmirror.mirror.run.RunStatus;
import org.multicloudmirror.mirror.run.Summary;
import org.multicloudmirror.storage.Keys;

/** What a run prints at its end: one line a scenario. */
public final class ConsoleSummary {

    private ConsoleSummary() {}

    /** The lines without a break after the last; a line of totals follows unless there is exactly one scenario. */
    public static String render(Report report) {
        return render(report, CountsLine::of);
    }

    /** The same of a check. */
    public static String renderCheck(Report report) {
        return render(report, CountsLine::ofCheck);
    }

    private static String render(Report report, Function<Totals, String> counts) {
        List<String> lines = new ArrayList<>();
        report.summaries().forEach(summary -> lines.add(line(summary, counts)));
        if (lines.size() != 1) {
            lines.add("total: " + counts.apply(Totals.of(report)));
        }
        return String.join("\n", lines);
    }

    private static String line(Summary summary, Function<Totals, String> counts) {
        String name = Keys.printable(summary.scenario() + ": ");
        return switch (summary.status()) {
            case OK, SOME_FAILED, DIFFERENT -> name + early(summary) + counts.apply(Totals.of(summary));
            case INTERRUPTED, COULD_NOT_RUN, GUARDED, LOCKED, LIMIT_REACHED ->
                name + StatusWords.headline(summary.status()) + problem(summary) + done(summary, counts);
        };
    }

    /** Failures go before what ended the run: the status does not tell that it did not come to its end. */
    private static String early(Summary summary) {
        return summary.problem().isEmpty() ? "" : "ENDED EARLY: " + Keys.printable(summary.problem()) + "; ";
    }

    private static String problem(Summary summary) {
        return summary.problem().isEmpty() ? "" : ": " + Keys.printable(summary.problem());
    }

    /** A run that never began has no numbers worth a line of zeros. */
    private static String done(Summary summary, Function<Totals, String> counts) {
        boolean began = summary.listed() > 0 || summary.status() == RunStatus.INTERRUPTED;
        return began ? "; " + counts.apply(Totals.of(summary)) : "";
    }
}
