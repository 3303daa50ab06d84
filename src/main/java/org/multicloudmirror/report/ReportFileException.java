package org.multicloudmirror.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** A report file or attachment cannot be written. The message is one line and names the file. */
public final class ReportFileException extends UncheckedIOException {

    private static final long serialVersionUID = 1L;

    ReportFileException(Path file, IOException cause) {
        super("Cannot write " + place(file, cause) + "; make it writable or name another file", cause);
    }

    /** Opening a file fails with a message that names it already, writing to it fails with one that does not. */
    private static String place(Path file, IOException cause) {
        String detail = String.valueOf(cause.getMessage());
        return detail.startsWith(file.toString()) ? detail : file + " (" + detail + ")";
    }
}
