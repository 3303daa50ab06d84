package org.multicloudmirror.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.multicloudmirror.mirror.run.Report;
import org.multicloudmirror.mirror.task.Outcome;
import org.multicloudmirror.mirror.task.OutcomeKind;
import org.multicloudmirror.scenario.Location;
import org.multicloudmirror.scenario.Scenario;
import org.multicloudmirror.storage.Keys;
import org.multicloudmirror.storage.ObjectLocation;

/**
 * A line an object as it comes, with the side that the object is at: what a dry run would do and a check found, or, where
 * everything is wanted, what a run did.
 */
public final class OutcomeLines implements OutcomeFile {

    private final Consumer<String> printer;
    private final boolean isVerbose;

    /**
     * @param printer of whole lines, each without its end
     * @param isVerbose whether what was done has a line too, and all lines have size and time
     */
    public OutcomeLines(Consumer<String> printer, boolean isVerbose) {
        this.printer = printer;
        this.isVerbose = isVerbose;
    }

    @Override
    public void outcome(Scenario scenario, Outcome outcome) {
        switch (outcome.kind()) {
            case WOULD_COPY, WOULD_UPDATE, DIFFERENT, MISSING, UNVERIFIABLE, FAILED ->
                print(scenario.source(), outcome);
            case WOULD_DELETE, EXTRA -> print(scenario.destination(), outcome);
            case COPIED, LOSSY, UPDATED, SKIPPED, GONE, ARCHIVED, LEFT, INTERRUPTED ->
                printIfVerbose(scenario.source(), outcome);
            case DELETED -> printIfVerbose(scenario.destination(), outcome);
            case EQUAL -> {
                // the summary counts them
            }
        }
    }

    private void printIfVerbose(Location side, Outcome outcome) {
        if (isVerbose) {
            print(side, outcome);
        }
    }

    private synchronized void print(Location side, Outcome outcome) {
        String where = new ObjectLocation(side.store(), side.bucket(), outcome.key()).toString();
        printer.accept(word(outcome.kind()) + " " + where + (isVerbose ? amounts(outcome) : "") + ": "
                + Keys.printable(outcome.reason()));
    }

    private static String amounts(Outcome outcome) {
        List<String> amounts = new ArrayList<>(List.of(Amounts.bytes(outcome.size())));
        if (outcome.duration().compareTo(Duration.ZERO) > 0) {
            amounts.add(Amounts.duration(outcome.duration()));
        }
        if (outcome.attempts() > 1) {
            amounts.add(Amounts.count(outcome.attempts(), "attempt"));
        }
        return " (" + String.join(", ", amounts) + ")";
    }

    private static String word(OutcomeKind kind) {
        return kind.word().replace('-', ' ');
    }

    @Override
    public void finish(Report report) {
        // each line is printed as it comes
    }

    @Override
    public void close() {
        // who gave the printer closes it
    }
}
