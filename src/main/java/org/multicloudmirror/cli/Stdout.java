package org.multicloudmirror.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.OutputStream;
import java.io.PrintWriter;

/** Where commands print: text in lines, or bytes as they are. */
final class Stdout extends PrintWriter {

    private final OutputStream bytes;

    Stdout(OutputStream bytes) {
        super(bytes, true, UTF_8);
        this.bytes = bytes;
    }

    /** For bytes; writing them fails when nobody reads, as printing does not. */
    static OutputStream bytes(PrintWriter printer) {
        printer.flush();
        if (printer instanceof Stdout stdout) {
            return stdout.bytes;
        }
        throw new IllegalStateException("only a process's own output takes bytes");
    }
}
