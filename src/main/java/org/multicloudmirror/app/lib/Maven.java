package org.multicloudmirror.app.lib;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.multicloudmirror.app.EngineException;

/** The Maven of a checkout or of this machine. */
final class Maven {

    /** What copies the jars that a pom asks for. */
    static final List<String> COPY = List.of(
            "-B",
            "-ntp",
            "-q",
            "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies",
            "-DincludeScope=runtime");

    private static final String ERROR = "[ERROR] ";

    private final Path command;

    private Maven(Path command) {
        this.command = command;
    }

    /**
     * The wrapper of a checkout, or what is on the path.
     *
     * @param home of the checkout or the installation
     * @param path as the environment has it
     */
    static Optional<Maven> find(Path home, String path) {
        Path wrapper = home.resolve("mvnw");
        if (Files.isExecutable(wrapper)) {
            return Optional.of(new Maven(wrapper.toAbsolutePath()));
        }
        return Arrays.stream(path.split(File.pathSeparator))
                .map(directory -> new File(directory, "mvn"))
                .filter(File::canExecute)
                .findFirst()
                .map(mvn -> new Maven(mvn.toPath()));
    }

    /**
     * Copies the jars that a pom asks for.
     *
     * @param work where the log goes
     * @throws EngineException when Maven cannot; it says what Maven said first
     */
    void copy(Path pom, Path to, Path work) throws IOException, InterruptedException {
        Path log = work.resolve("log");
        ProcessBuilder builder = new ProcessBuilder(command.toString(), "-f", pom.toString(), "-DoutputDirectory=" + to)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.command().addAll(COPY);
        builder.environment().putIfAbsent("JAVA_HOME", System.getProperty("java.home"));
        if (builder.start().waitFor() != 0) {
            // the last line before its advice is the most exact one
            String said = Files.readAllLines(log).stream()
                    .filter(line -> line.startsWith(ERROR))
                    .takeWhile(line -> !line.startsWith(ERROR + "->"))
                    .map(line ->
                            line.substring(ERROR.length()).strip().replaceFirst(" during a previous attempt.*", ""))
                    .reduce("no more is known", (before, after) -> after);
            throw new EngineException("Maven cannot fetch it: " + said);
        }
    }
}
