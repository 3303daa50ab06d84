package org.multicloudmirror.report;

import java.util.List;
import java.util.StringJoiner;
import org.multicloudmirror.mirror.task.OutcomeKind;

/** The numbers of a run in one line: {@code 12 copied (3.4 MB), 0 failed, 1 skipped, 230 unchanged in 2.1 s}. */
final class CountsLine {

    private static final List<OutcomeKind> BEFORE_FAILED = List.of(
            OutcomeKind.LOSSY,
            OutcomeKind.UPDATED,
            OutcomeKind.DELETED,
            OutcomeKind.WOULD_UPDATE,
            OutcomeKind.WOULD_DELETE);
    private static final List<OutcomeKind> CLASSES =
            List.of(OutcomeKind.DIFFERENT, OutcomeKind.MISSING, OutcomeKind.EXTRA, OutcomeKind.UNVERIFIABLE);
    private static final List<OutcomeKind> BESIDE_CLASSES = List.of(
            OutcomeKind.FAILED, OutcomeKind.INTERRUPTED, OutcomeKind.GONE, OutcomeKind.ARCHIVED, OutcomeKind.SKIPPED);
    private static final List<OutcomeKind> AFTER_FAILED =
            List.of(OutcomeKind.LEFT, OutcomeKind.INTERRUPTED, OutcomeKind.GONE, OutcomeKind.ARCHIVED);

    private CountsLine() {}

    static String of(Totals tally) {
        StringJoiner line = new StringJoiner(", ");
        line.add(selected(tally));
        for (OutcomeKind kind : BEFORE_FAILED) {
            addUnlessZero(line, tally, kind);
        }
        line.add(Amounts.count(tally.count(OutcomeKind.FAILED)) + " failed");
        for (OutcomeKind kind : AFTER_FAILED) {
            addUnlessZero(line, tally, kind);
        }
        line.add(Amounts.count(tally.count(OutcomeKind.SKIPPED)) + " skipped");
        line.add(Amounts.count(tally.equal()) + " unchanged");
        String rate = tally.rate();
        return line + " in " + Amounts.duration(tally.duration()) + (rate.equals("-") ? "" : " (" + rate + ")");
    }

    /** The same of a check: {@code 230 equal, 2 different, 1 missing, 0 extra, 0 unverifiable in 2.1 s}. */
    static String ofCheck(Totals tally) {
        StringJoiner line = new StringJoiner(", ");
        line.add(Amounts.count(tally.equal()) + " equal");
        for (OutcomeKind kind : CLASSES) {
            line.add(Amounts.count(tally.count(kind)) + " " + kind.word());
        }
        for (OutcomeKind kind : BESIDE_CLASSES) {
            addUnlessZero(line, tally, kind);
        }
        return line + " in " + Amounts.duration(tally.duration());
    }

    private static String selected(Totals tally) {
        String number = Amounts.count(tally.selected());
        String size = tally.selected() == 0 ? "" : " (" + Amounts.bytes(tally.bytes()) + ")";
        return tally.isDryRun() ? "would copy " + number + size : number + " copied" + size;
    }

    private static void addUnlessZero(StringJoiner line, Totals tally, OutcomeKind kind) {
        if (tally.count(kind) > 0) {
            line.add(Amounts.count(tally.count(kind)) + " " + kind.word().replace('-', ' '));
        }
    }
}
