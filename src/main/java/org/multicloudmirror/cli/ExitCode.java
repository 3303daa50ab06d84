package org.multicloudmirror.cli;

import org.multicloudmirror.mirror.run.RunStatus;

/** What the process ends with; a public contract. An interrupted run ends with the JVM's own 130 or 143. */
final class ExitCode {

    static final int OK = 0;
    static final int COULD_NOT_RUN = 1;
    static final int USAGE = 2;
    static final int SOME_FAILED = 3;
    static final int LOCKED = 4;
    static final int GUARDED = 5;

    /** As a shell tells of SIGPIPE. */
    static final int NOBODY_READS = 141;

    private ExitCode() {}

    static int of(RunStatus status) {
        return switch (status) {
            case OK -> OK;
            case SOME_FAILED, LIMIT_REACHED, DIFFERENT -> SOME_FAILED;
            case LOCKED -> LOCKED;
            case GUARDED -> GUARDED;
            case COULD_NOT_RUN, INTERRUPTED -> COULD_NOT_RUN;
        };
    }
}
