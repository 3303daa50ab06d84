package org.multicloudmirror.cli;

import java.io.PrintWriter;

/** A command line that runs in this process. */
public final class InProcess {

    private InProcess() {}

    /** The exit code of a command line. */
    public static int run(PrintWriter out, PrintWriter err, String... args) {
        return Main.run(args, out, err);
    }
}
