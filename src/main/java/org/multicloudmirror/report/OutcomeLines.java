package org.multicloudmirror.report;

import java.io.PrintWriter;
import org.multicloudmirror.mirror.run.Report;
import org.multicloudmirror.mirror.task.Outcome;
import org.multicloudmirror.mirror.task.OutcomeKind;
import org.multicloudmirror.scenario.Location;
import org.multicloudmirror.scenario.Scenario;
import org.multicloudmirror.storage.Keys;
import org.multicloudmirror.storage.ObjectLocation;

/** What a dry run would do and what a check found, a line an object as it comes, with the side that the object is at. */
public final class OutcomeLines implements OutcomeFile {

    private final PrintWriter out;

    public OutcomeLines(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void outcome(Scenario scenario, Outcome outcome) {
        switch (outcome.kind()) {
            case WOULD_COPY, WOULD_UPDATE, DIFFERENT, MISSING, UNVERIFIABLE, FAILED ->
                print(scenario.source(), outcome);
            case WOULD_DELETE, EXTRA -> print(scenario.destination(), outcome);
            case COPIED, LOSSY, UPDATED, DELETED, EQUAL, SKIPPED, GONE, ARCHIVED, LEFT, INTERRUPTED -> {
                // the summary counts them
            }
        }
    }

    private synchronized void print(Location side, Outcome outcome) {
        String where = new ObjectLocation(side.store(), side.bucket(), outcome.key()).toString();
        out.println(word(outcome.kind()) + " " + where + ": " + Keys.printable(outcome.reason()));
    }

    private static String word(OutcomeKind kind) {
        return kind.word().replace('-', ' ');
    }

    @Override
    public void finish(Report report) {
        out.flush();
    }

    @Override
    public void close() {
        // who gave the stream closes it
    }
}
