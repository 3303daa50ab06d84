package org.multicloudmirror.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.multicloudmirror.mirror.run.Report;
import org.multicloudmirror.mirror.task.Outcome;
import org.multicloudmirror.scenario.Scenario;

/**
 * The status mail's attachment: every reported outcome as gzipped CSV (RFC 4180, UTF-8), written as it happens and
 * never larger than its cap.
 *
 * <p>A person opens it in a spreadsheet: a cell that would be a formula there begins with an apostrophe. The report file
 * in JSON Lines has every key as it is.
 */
public final class CsvAttachment implements OutcomeFile {

    /** Room for what closing adds: the note on omitted rows, the end of the last block and gzip's trailer. */
    private static final int RESERVE = 256;

    private final Path file;
    private final long cap;
    private final OutputStream out;
    private final CountedOutput compressed;
    private final GZIPOutputStream gzip;
    private long unflushed;
    private long omitted;
    private boolean closed;

    /**
     * Creates the file or empties it.
     *
     * @param cap in bytes of the compressed file; one below about 400 still leaves the header and the note
     */
    public CsvAttachment(Path file, long cap) {
        this.file = file;
        this.cap = cap;
        out = ReportFile.create(file);
        compressed = new CountedOutput(out);
        try {
            gzip = new GZIPOutputStream(compressed, 8192, true);
            write(CsvRow.HEADER.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new ReportFileException(file, e);
        }
    }

    /** Writes a row; only counts it once a row found no room. */
    @Override
    public synchronized void outcome(Scenario scenario, Outcome outcome) {
        if (!outcome.kind().isReported()) {
            return;
        }
        try {
            byte[] row = CsvRow.of(scenario, outcome).getBytes(StandardCharsets.UTF_8);
            if (omitted == 0 && hasRoomFor(row)) {
                write(row);
            } else {
                omitted++;
            }
        } catch (IOException e) {
            throw new ReportFileException(file, e);
        }
    }

    @Override
    public void finish(Report report) {
        close();
    }

    /** How many rows the cap left out. */
    public synchronized long omitted() {
        return omitted;
    }

    /** Ends the file, with a note as its last row where rows were left out. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        // gzip leaves its stream open when its own last write fails
        try (out;
                gzip) {
            if (omitted > 0) {
                write(note().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new ReportFileException(file, e);
        }
    }

    private String note() {
        return "# " + omitted + (omitted == 1 ? " more row is" : " more rows are")
                + " not in this attachment; it is capped at " + Amounts.bytes(cap) + "\r\n";
    }

    private void write(byte[] row) throws IOException {
        gzip.write(row);
        unflushed += row.length;
    }

    /**
     * Deflate keeps back what it has not yet written, so the size is known only after a flush. One is due when even
     * incompressible rows might no longer fit: each leaves a fixed share of the room before, so there are a few dozen.
     */
    private boolean hasRoomFor(byte[] row) throws IOException {
        if (!surelyFits(row)) {
            gzip.flush();
            unflushed = 0;
        }
        return surelyFits(row);
    }

    /** Deflate adds 5 bytes to a block of 16 KiB that it cannot compress (RFC 1951, section 3.2.4). */
    private boolean surelyFits(byte[] row) {
        long atWorst = unflushed + row.length;
        return compressed.bytes() + atWorst + atWorst / 1024 + RESERVE <= cap;
    }
}
