package org.multicloudmirror.it.monitoring;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Prometheus' own judge of rules and metrics, as {@code src/test/servers/promtool} gets it. */
final class Promtool {

    private static final String SCRIPT = "src/test/servers/promtool";

    private Promtool() {}

    /**
     * What came of it.
     *
     * @param text all that it wrote
     */
    record Verdict(int exitCode, String text) {}

    /** Where it is. */
    static Path find() throws IOException {
        Verdict found = run(List.of(SCRIPT, "path"), ProcessBuilder.Redirect.PIPE);
        if (found.exitCode() != 0) {
            throw new IOException("promtool is not there");
        }
        return Path.of(found.text().strip());
    }

    /** Runs it with these arguments. */
    static Verdict run(String... arguments) throws IOException {
        return run(command(arguments), ProcessBuilder.Redirect.PIPE);
    }

    /** Runs it with these arguments over a file. */
    static Verdict over(File input, String... arguments) throws IOException {
        return run(command(arguments), ProcessBuilder.Redirect.from(input));
    }

    private static List<String> command(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(find().toString()));
        command.addAll(List.of(arguments));
        return command;
    }

    private static Verdict run(List<String> command, ProcessBuilder.Redirect input) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectInput(input)
                .redirectErrorStream(true)
                .start();
        String text = new String(process.getInputStream().readAllBytes(), UTF_8);
        try {
            return new Verdict(process.waitFor(), text);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
