package org.multicloudmirror.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A file of lines in UTF-8. Each is one write, past every buffer of ours: a process that is killed leaves whole lines. */
final class LineFile implements AutoCloseable {

    private final Path file;
    private final OutputStream out;

    /** Creates the file or empties it. */
    LineFile(Path file) {
        this.file = file;
        this.out = ReportFile.create(file);
    }

    /**
     * Writes a line.
     *
     * @param line with its end
     */
    synchronized void write(String line) {
        try {
            out.write(line.getBytes(StandardCharsets.UTF_8));
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
