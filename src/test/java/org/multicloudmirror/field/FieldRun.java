package org.multicloudmirror.field;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.multicloudmirror.cli.InThisProcess;
import org.multicloudmirror.cloud.ScriptedCloud;
import org.multicloudmirror.it.servers.Json;

/** Runs the command line in this process, with the stores {@code s3} and {@code cf} of a scripted cloud. */
final class FieldRun {

    private final Path directory;
    private final Properties properties = new Properties();
    private Path home = Path.of("");

    /**
     * @param directory for what a run keeps: locks, history, reports
     */
    FieldRun(ScriptedCloud cloud, Path directory) {
        this.directory = directory;
        store("s3", cloud.s3Store());
        store("cf", cloud.swiftStore());
        with("mirror.retry.delay", "1");
        with("mirror.retries.throttled", "3");
        with("mirror.http.read-timeout", "5");
        with("mirror.lock-dir", directory.toString());
        with("mirror.state-dir", directory.resolve("state").toString());
    }

    /** Sets a setting for all runs from now on. */
    FieldRun with(String name, String value) {
        properties.setProperty(name, value);
        return this;
    }

    /** Runs with the routes of another installation from now on. */
    FieldRun home(Path other) {
        home = other;
        return this;
    }

    FieldRun store(String name, Map<String, String> store) {
        store.forEach((property, value) -> with("mirror.stores." + name + "." + property, value));
        return this;
    }

    /** Mirrors; the arguments are scenarios and options. */
    FieldResult mirror(String... arguments) {
        Path report = directory.resolve("report.jsonl");
        FieldResult run = run(Stream.concat(Stream.of("--report", report.toString()), Arrays.stream(arguments)));
        return new FieldResult(run.exit(), objects(report), run.out(), run.err());
    }

    /** Any command, as it is. */
    FieldResult command(String... arguments) {
        return run(Arrays.stream(arguments));
    }

    private FieldResult run(Stream<String> arguments) {
        List<String> all = new ArrayList<>(arguments.toList());
        // a subcommand comes first
        all.addAll(
                all.get(0).startsWith("-") ? 0 : 1,
                List.of("--config", configuration().toString()));
        Path out = directory.resolve("out");
        Path err = directory.resolve("err");
        int exit = InThisProcess.run(all, home, directory, out, err);
        try {
            List<String> lines = Files.readAllLines(err).stream()
                    .map(line -> line.replaceFirst("^20\\S+T\\S+ ", ""))
                    .toList();
            return new FieldResult(exit, Map.of(), Files.readString(out), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the settings as they are now. */
    Path configuration() {
        try {
            Path file = directory.resolve("field.properties");
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try (var writer = Files.newBufferedWriter(file)) {
                properties.store(writer, null);
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Map<String, Object>> objects(Path report) {
        Map<String, Map<String, Object>> objects = new LinkedHashMap<>();
        try {
            if (Files.exists(report)) {
                Json.objects(Files.readAllBytes(report)).stream()
                        .filter(line -> line.containsKey("key"))
                        .forEach(line -> objects.put(String.valueOf(line.get("key")), line));
                Files.delete(report);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return objects;
    }
}
