package org.multicloudmirror.report;

import java.nio.file.Path;
import org.multicloudmirror.mirror.run.Report;
import org.multicloudmirror.mirror.task.Outcome;
import org.multicloudmirror.scenario.Scenario;

/** The report file as CSV (RFC 4180, UTF-8): a row for each reported outcome as it happens. It has no totals. */
public final class CsvFile implements OutcomeFile {

    private final LineFile rows;

    /** Creates the file or empties it, and writes the header. */
    public CsvFile(Path file) {
        rows = new LineFile(file);
        rows.write(CsvRow.HEADER);
    }

    @Override
    public void outcome(Scenario scenario, Outcome outcome) {
        if (outcome.kind().isReported()) {
            rows.write(CsvRow.of(scenario, outcome));
        }
    }

    @Override
    public void finish(Report report) {
        close();
    }

    @Override
    public void close() {
        rows.close();
    }
}
