package org.multicloudmirror.report;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/** Opens the files that outcomes are written to as they happen. */
final class ReportFile {

    private ReportFile() {}

    /**
     * Creates the file or empties it. Not with {@code Files.newOutputStream}: the message of its exceptions is often the
     * path alone, while this one's ends with the system's reason.
     */
    static OutputStream create(Path file) {
        try {
            return new FileOutputStream(file.toFile());
        } catch (IOException e) {
            throw new ReportFileException(file, e);
        }
    }
}
