package org.multicloudmirror.report;

import java.util.StringJoiner;
import org.multicloudmirror.mirror.OutcomeKind;

/** The numbers of a run in one line: {@code 12 copied (3.4 MB), 0 failed, 1 skipped, 230 unchanged in 2.1 s}. */
final class CountsLine {

    private CountsLine() {}

    static String of(Totals tally) {
        StringJoiner line = new StringJoiner(", ");
        line.add(selected(tally));
        line.add(Amounts.count(tally.count(OutcomeKind.FAILED)) + " failed");
        addUnlessZero(line, tally, OutcomeKind.INTERRUPTED);
        addUnlessZero(line, tally, OutcomeKind.GONE);
        addUnlessZero(line, tally, OutcomeKind.ARCHIVED);
        line.add(Amounts.count(tally.count(OutcomeKind.SKIPPED)) + " skipped");
        line.add(Amounts.count(tally.equal()) + " unchanged");
        String rate = tally.rate();
        return line + " in " + Amounts.duration(tally.duration()) + (rate.equals("-") ? "" : " (" + rate + ")");
    }

    private static String selected(Totals tally) {
        String number = Amounts.count(tally.selected());
        String size = tally.selected() == 0 ? "" : " (" + Amounts.bytes(tally.bytes()) + ")";
        return tally.isDryRun() ? "would copy " + number + size : number + " copied" + size;
    }

    private static void addUnlessZero(StringJoiner line, Totals tally, OutcomeKind kind) {
        if (tally.count(kind) > 0) {
            line.add(Amounts.count(tally.count(kind)) + " " + kind.word());
        }
    }
}
