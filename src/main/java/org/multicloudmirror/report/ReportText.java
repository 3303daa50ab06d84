package org.multicloudmirror.report;

import org.multicloudmirror.mirror.run.Report;
import org.multicloudmirror.mirror.run.Summary;
import org.multicloudmirror.mirror.task.Outcome;
import org.multicloudmirror.mirror.task.OutcomeKind;
import org.multicloudmirror.storage.Keys;

/** The status mail as plain text. */
public final class ReportText {

    private ReportText() {}

    /**
     * The text, totals first, then each scenario; control characters of keys are escaped.
     *
     * @param version of the tool, and where it ran, for the last line
     */
    public static String render(Report report, String version) {
        StringBuilder text = new StringBuilder();
        line(text, "multi-cloud-mirror: " + StatusWords.headline(report.status()));
        line(text, StatusWords.meaning(report));
        line(text, "");
        totals(text, report);
        report.worstFirst().forEach(summary -> scenario(text, summary));
        line(text, "");
        line(text, "-- ");
        line(text, "multi-cloud-mirror " + version);
        return text.toString();
    }

    private static void totals(StringBuilder text, Report report) {
        Totals tally = Totals.of(report);
        fact(text, tally.isDryRun() ? "Would copy" : "Copied", Amounts.count(tally.selected(), "object"));
        fact(text, "Bytes", Amounts.bytes(tally.bytes()));
        fact(text, "Failed", Amounts.count(tally.count(OutcomeKind.FAILED), "object"));
        fact(text, "Skipped", Amounts.count(tally.count(OutcomeKind.SKIPPED), "object"));
        if (tally.count(OutcomeKind.ARCHIVED) > 0) {
            fact(text, "Archived", Amounts.count(tally.count(OutcomeKind.ARCHIVED), "object"));
        }
        fact(text, "Unchanged", Amounts.count(tally.equal(), "object"));
        fact(text, "Started", Amounts.time(report.started()));
        fact(text, "Duration", Amounts.duration(tally.duration()));
        fact(text, "Rate", tally.rate());
    }

    private static void scenario(StringBuilder text, Summary summary) {
        String title = Keys.printable(summary.scenario() + ": ") + StatusWords.headline(summary.status());
        line(text, "");
        line(text, title);
        line(text, "=".repeat(Math.min(title.length(), 72)));
        if (!summary.problem().isEmpty()) {
            line(text, "Problem: " + Keys.printable(summary.problem()));
        }
        line(text, CountsLine.of(Totals.of(summary)));
        summary.notes().forEach(note -> line(text, "Note: " + Keys.printable(note)));
        OutcomeList.of(summary).forEach(list -> outcomes(text, list));
    }

    private static void outcomes(StringBuilder text, OutcomeList list) {
        line(text, "");
        line(text, list.title());
        list.shown().forEach(outcome -> line(text, "  " + object(outcome)));
        if (!list.rest().isEmpty()) {
            line(text, "  " + list.rest());
        }
    }

    private static String object(Outcome outcome) {
        String named = Keys.printable(outcome.key()) + " (" + OutcomeList.measure(outcome) + ")";
        return outcome.reason().isEmpty() ? named : named + ": " + Keys.printable(outcome.reason());
    }

    private static void fact(StringBuilder text, String label, String value) {
        line(text, "  %-11s %s".formatted(label, value));
    }

    private static void line(StringBuilder text, String line) {
        text.append(line).append('\n');
    }
}
