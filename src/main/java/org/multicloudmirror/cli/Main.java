package org.multicloudmirror.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.file.InvalidPathException;
import java.util.Arrays;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.multicloudmirror.app.EngineException;
import org.multicloudmirror.control.ControlException;
import org.multicloudmirror.mirror.task.Reason;
import org.multicloudmirror.scenario.InvalidScenarioException;
import org.multicloudmirror.service.ScenariosFileException;
import org.multicloudmirror.settings.InvalidSettingException;
import org.multicloudmirror.storage.Keys;
import org.multicloudmirror.storage.OutOfMemoryExit;
import org.multicloudmirror.storage.StoreException;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;

/** Where the process begins and the only place where it ends itself. */
public final class Main {

    /** Libraries of jclouds log through it; what matters of them comes as an exception. */
    private static final Logger JAVA_UTIL_LOGGING = Logger.getLogger("");

    private Main() {}

    public static void main(String[] args) {
        JAVA_UTIL_LOGGING.setLevel(Level.OFF);
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> {
            OutOfMemoryExit.check(failure);
            LoggerFactory.getLogger(Main.class).error("{} ended: {}", thread.getName(), Reason.of(failure), failure);
        });
        // without generated classes jclouds starts sooner, and newer Javas print no warning
        System.setProperty("guice_bytecode_gen_option", "DISABLED");
        if (Arrays.stream(args).anyMatch(arg -> arg.equals("--debug") || arg.startsWith("--debug="))) {
            // read by LogConfigurator, with the first logger
            System.setProperty("mirror.log.exception", "%ex");
        }
        // System.out keeps to itself that nobody reads any more
        Stdout out = new Stdout(new FileOutputStream(FileDescriptor.out));
        System.exit(run(args, out, new PrintWriter(System.err, true, UTF_8)));
    }

    /** Runs a command line and returns its exit code. */
    static int run(String[] args, PrintWriter out, PrintWriter err) {
        Optional<String> complaint =
                GarbledText.complaint(args, System.getenv(), System.getProperty("sun.jnu.encoding", ""));
        if (complaint.isEmpty()) {
            complaint = SwitchValue.complaint(args);
        }
        if (complaint.isPresent()) {
            err.println("multi-cloud-mirror: " + complaint.get());
            return ExitCode.USAGE;
        }
        CommandLine command = Commands.of(args).setOut(out).setErr(err);
        command.setParameterExceptionHandler((failure, arguments) -> {
            err.println(UsageMistake.line(failure));
            return ExitCode.USAGE;
        });
        command.setExecutionExceptionHandler((failure, line, parsed) -> {
            if (failure instanceof InvalidSettingException
                    || failure instanceof InvalidScenarioException
                    || failure instanceof EngineException) {
                // of webhooks all mistakes are told at once
                for (String mistake : String.valueOf(failure.getMessage()).split("\n", -1)) {
                    err.println("multi-cloud-mirror: " + mistake);
                }
                return failure instanceof EngineException ? ExitCode.COULD_NOT_RUN : ExitCode.USAGE;
            }
            if (failure instanceof StoreException || failure instanceof ControlException) {
                err.println("multi-cloud-mirror: " + failure.getMessage());
                return ExitCode.COULD_NOT_RUN;
            }
            if (failure instanceof ScenariosFileException mistakes) {
                mistakes.lines().forEach(mistake -> err.println("multi-cloud-mirror: " + mistake));
                return ExitCode.USAGE;
            }
            if (failure instanceof InvalidPathException path) {
                err.println("multi-cloud-mirror: \"" + Keys.printable(path.getInput())
                        + "\" is no path on this system (" + path.getReason() + "); write one that it has");
                return ExitCode.USAGE;
            }
            LoggerFactory.getLogger(Main.class).debug("unexpected", failure);
            err.println("multi-cloud-mirror: unexpected, please report it: " + Reason.of(failure)
                    + "; --debug shows where it happened");
            return ExitCode.COULD_NOT_RUN;
        });
        return command.execute(args);
    }
}
