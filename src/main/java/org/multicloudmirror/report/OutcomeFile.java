package org.multicloudmirror.report;

import org.multicloudmirror.mirror.run.Report;
import org.multicloudmirror.mirror.task.Outcome;
import org.multicloudmirror.scenario.Scenario;

/**
 * A file that outcomes are written to as they happen. Safe for use by many threads.
 *
 * <p>Every operation throws {@link ReportFileException} when the file cannot be written.
 */
public interface OutcomeFile extends AutoCloseable {

    /** Writes how one object ended, unless reports leave its kind out. */
    void outcome(Scenario scenario, Outcome outcome);

    /** Writes what the form has for the totals, and ends the file. */
    void finish(Report report);

    /** Ends the file as it is. */
    @Override
    void close();
}
