package org.multicloudmirror.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.multicloudmirror.mirror.Outcome;
import org.multicloudmirror.mirror.Report;
import org.multicloudmirror.scenario.Scenario;

/** The report file as CSV (RFC 4180, UTF-8): a row for each reported outcome as it happens. It has no totals. */
public final class CsvFile implements OutcomeFile {

    private final Path file;
    private final OutputStream out;

    /** Creates the file or empties it, and writes the header. */
    public CsvFile(Path file) {
        this.file = file;
        out = ReportFile.create(file);
        write(CsvRow.HEADER);
    }

    @Override
    public void outcome(Scenario scenario, Outcome outcome) {
        if (outcome.kind().isReported()) {
            write(CsvRow.of(scenario, outcome));
        }
    }

    @Override
    public void finish(Report report) {
        close();
    }

    private synchronized void write(String row) {
        try {
            // one write a row, past every buffer of ours: a process that is killed leaves whole rows
            out.write(row.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new ReportFileException(file, e);
        }
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw new ReportFileException(file, e);
        }
    }
}
