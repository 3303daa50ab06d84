package org.multicloudmirror.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.multicloudmirror.control.Answer;
import org.multicloudmirror.control.ControlClient;
import org.multicloudmirror.control.ControlFile;
import org.multicloudmirror.settings.Setting;
import org.multicloudmirror.settings.Settings;
import org.multicloudmirror.settings.StateDirectory;
import picocli.CommandLine;

/** The service that a command is for, and what becomes of its answers. */
final class RunningService {

    private static final int DONE = 200;
    private static final int UNDER_WAY = 202;
    private static final int UNKNOWN = 404;
    private static final int BUSY = 409;

    private RunningService() {}

    /**
     * The one that runs with the state directory of these settings, and serves their scenarios file if they name one.
     *
     * @throws org.multicloudmirror.control.ControlException when it cannot be asked, or there are several
     */
    static Optional<ControlClient> of(Settings settings) {
        String scenarios = settings.text(Setting.SCENARIOS);
        return ControlClient.find(
                StateDirectory.of(settings),
                scenarios.isEmpty()
                        ? Optional.empty()
                        : Optional.of(
                                Path.of(scenarios).toAbsolutePath().normalize().toString()));
    }

    /**
     * These settings with the scenarios file that the last service had, where they name none and it was killed.
     *
     * @throws org.multicloudmirror.control.ControlException when its file cannot be read
     */
    static Settings lastServed(Settings settings) {
        return settings.text(Setting.SCENARIOS).isEmpty()
                ? ControlFile.killed(StateDirectory.of(settings))
                        .map(path -> settings.with(Setting.SCENARIOS, path, "the state directory"))
                        .orElse(settings)
                : settings;
    }

    /**
     * What is told where one is needed.
     *
     * @param advice what to do instead
     */
    static int missing(Settings settings, CommandLine command, String advice) {
        command.getErr()
                .println("multi-cloud-mirror: no service is running with the state directory "
                        + StateDirectory.of(settings)
                        + "; " + advice);
        return ExitCode.COULD_NOT_RUN;
    }

    /** Whether a run has no end to tell of yet. */
    static boolean isUnderWay(ControlClient.Reply reply) {
        return reply.code() == UNDER_WAY;
    }

    static boolean isDone(ControlClient.Reply reply) {
        return reply.code() == DONE;
    }

    /** Prints a reply; the exit code. */
    static int told(ControlClient.Reply reply, CommandLine command) {
        return told(reply.code(), reply.text().stripTrailing(), command);
    }

    /** Prints an answer that no service gave; the exit code. */
    static int told(Answer answer, CommandLine command) {
        return told(answer.code(), answer.message(), command);
    }

    private static int told(int code, String text, CommandLine command) {
        if (code == DONE) {
            command.getOut().println(text);
            command.getOut().flush();
            return ExitCode.OK;
        }
        command.getErr().println("multi-cloud-mirror: " + text);
        return switch (code) {
            case UNKNOWN -> ExitCode.USAGE;
            case BUSY -> ExitCode.LOCKED;
            default -> ExitCode.COULD_NOT_RUN;
        };
    }
}
