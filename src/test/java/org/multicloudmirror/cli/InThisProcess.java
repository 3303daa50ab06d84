package org.multicloudmirror.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.LoggerFactory;

/** The command line without a process of its own, for suites that ask what a run does and not how a process ends. */
public final class InThisProcess {

    private static final java.util.logging.Logger JAVA_UTIL_LOGGING = java.util.logging.Logger.getLogger("");

    private InThisProcess() {}

    /**
     * Runs to the end; one run at a time, since the log goes to this process's stderr.
     *
     * @param temporary the directory for temporary files
     * @param out what gets stdout
     * @param err what gets stderr, the log included
     * @return the exit code
     */
    public static int run(List<String> arguments, Path temporary, Path out, Path err) {
        return run(arguments, Path.of(""), temporary, out, err);
    }

    /**
     * The same with routes of its own.
     *
     * @param home where {@code routes/} and {@code config/} are
     */
    public static synchronized int run(List<String> arguments, Path home, Path temporary, Path out, Path err) {
        JAVA_UTIL_LOGGING.setLevel(java.util.logging.Level.OFF);
        // what an option of the run before may have changed
        ((Logger) LoggerFactory.getLogger("org.multicloudmirror")).setLevel(Level.INFO);
        System.setProperty("guice_bytecode_gen_option", "DISABLED");
        String usualHome =
                System.setProperty("mirror.home", home.toAbsolutePath().toString());
        String usualTemporary = System.setProperty("java.io.tmpdir", temporary.toString());
        PrintStream usual = System.err;
        try (PrintStream log = new PrintStream(new FileOutputStream(err.toFile()), true, UTF_8);
                Stdout summary = new Stdout(new FileOutputStream(out.toFile()))) {
            System.setErr(log);
            return Main.run(arguments.toArray(String[]::new), summary, new PrintWriter(log, true, UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            System.setErr(usual);
            System.setProperty("java.io.tmpdir", usualTemporary);
            if (usualHome == null) {
                System.clearProperty("mirror.home");
            } else {
                System.setProperty("mirror.home", usualHome);
            }
        }
    }
}
