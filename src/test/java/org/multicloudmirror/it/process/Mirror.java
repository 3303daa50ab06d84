package org.multicloudmirror.it.process;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.multicloudmirror.cli.InThisProcess;
import org.multicloudmirror.it.servers.Names;
import org.multicloudmirror.testing.FreePort;

/**
 * The packaged jar, run as a user runs it: settings in a file, a report, nothing of this machine's environment. Each
 * run gets a directory of its own below the given one. Where nothing is asked of a process, it runs in this one.
 */
public final class Mirror {

    /** The variables of the environment that a process needs; AWS's metadata service would be waited for. */
    private static final Map<String, String> ENVIRONMENT = Map.of(
            "PATH", System.getenv().getOrDefault("PATH", "/usr/bin:/bin"),
            "LC_ALL", "C.UTF-8",
            "AWS_EC2_METADATA_DISABLED", "true");

    private final Path directory;
    private final Path library;
    private final Properties settings = new Properties();
    private final Map<String, String> environment = new LinkedHashMap<>(ENVIRONMENT);

    private final Map<String, String> homeFiles = new LinkedHashMap<>();
    private final boolean hasProcess;
    private Path nativeLibraries = Crypto.NATIVE.libraries();

    /** Starts a process for each run. */
    public Mirror(Path directory) {
        this(directory, true);
    }

    /** Runs to their end need no process: the same command line runs in this one, which is ten times as quick. */
    public static Mirror inThisProcess(Path directory) {
        return new Mirror(directory, false);
    }

    private Mirror(Path directory, boolean hasProcess) {
        this.directory = directory;
        this.hasProcess = hasProcess;
        this.library = directory.resolve("lib");
        setting("mirror.retry.delay", 1);
        setting("mirror.lock-dir", directory.resolve("locks"));
        if (!hasProcess) {
            // a process has a home of its own
            setting("mirror.state-dir", directory.resolve("state"));
        }
    }

    public Mirror setting(String name, Object value) {
        settings.setProperty(name, value.toString());
        return this;
    }

    /** Adds a store of these properties. */
    public Mirror store(String name, Map<String, String> properties) {
        properties.forEach((property, value) -> setting("mirror.stores." + name + "." + property, value));
        return this;
    }

    public Mirror variable(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /** Has the processes look for native code in this directory. */
    public Mirror nativeLibraries(Path at) {
        nativeLibraries = at;
        return this;
    }

    /** Puts the jar that a class comes from into {@code lib/}. */
    public Mirror jarOf(Class<?> type) {
        try {
            Path jar = Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
            Files.createDirectories(library);
            Files.copy(jar, library.resolve(jar.getFileName()));
            return this;
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Has a file in the home directory of each run, which everyone may read. */
    public Mirror inHome(String name, String text) {
        homeFiles.put(name, text);
        return this;
    }

    /** Runs with these arguments to the end. */
    public MirrorRun run(String... arguments) {
        Path place = newDirectory();
        return ended(place, withReport(place, arguments));
    }

    /** Runs with these arguments alone: without the settings and without a report. */
    public MirrorRun runBare(String... arguments) {
        Path place = newDirectory();
        return launched(place, List.of(arguments)).await();
    }

    /** Starts a process with these arguments. */
    public StartedMirror start(String... arguments) {
        Path place = newDirectory();
        return launched(place, withReport(place, arguments));
    }

    private List<String> withReport(Path place, String... arguments) {
        List<String> all = new ArrayList<>(List.of(
                "--config",
                written(place.resolve("it.properties")),
                "--report",
                place.resolve("report.jsonl").toString()));
        all.addAll(List.of(arguments));
        return all;
    }

    /** Runs a command with the settings and these arguments to the end. */
    public MirrorRun command(String name, String... arguments) {
        Path place = newDirectory();
        return ended(place, asCommand(place, name, arguments));
    }

    /** Starts the service over a scenarios file, with health and metrics at a free port. */
    public ServedMirror serve(Path scenarios, String... arguments) {
        int port = FreePort.find();
        setting("mirror.scenarios", scenarios).setting("mirror.observe.port", port);
        Path place = newDirectory();
        return new ServedMirror(launched(place, asCommand(place, "serve", arguments)), port);
    }

    private List<String> asCommand(Path place, String name, String... arguments) {
        List<String> all = new ArrayList<>(List.of(name, "--config", written(place.resolve("it.properties"))));
        all.addAll(List.of(arguments));
        return all;
    }

    private MirrorRun ended(Path place, List<String> arguments) {
        if (hasProcess) {
            return launched(place, arguments).await();
        }
        if (!homeFiles.isEmpty() || !environment.equals(ENVIRONMENT) || Files.exists(library)) {
            throw new IllegalStateException("variables, files at home and further jars need a process");
        }
        int exitCode =
                InThisProcess.run(arguments, place.resolve("tmp"), place.resolve("stdout"), place.resolve("stderr"));
        return new MirrorRun(exitCode, place);
    }

    private StartedMirror launched(Path place, List<String> arguments) {
        String jar = System.getProperty("mirror.test.jar");
        if (jar == null) {
            throw new IllegalStateException("the packaged jar is not known: run this suite by ./mvnw verify");
        }
        List<String> command = new ArrayList<>();
        command.add(ClassArchive.JAVA);
        command.addAll(ClassArchive.FLAGS);
        command.add("-Djava.library.path=" + nativeLibraries);
        if (Runtime.version().feature() >= 24) {
            command.add("--enable-native-access=ALL-UNNAMED");
        }
        command.addAll(ClassArchive.toRead(Path.of(jar)));
        command.addAll(List.of(
                "-Dmirror.home=" + Path.of("").toAbsolutePath(),
                "-Djava.io.tmpdir=" + place.resolve("tmp"),
                "-cp",
                jar + File.pathSeparator + library + File.separator + "*",
                "org.multicloudmirror.cli.Main"));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(place.toFile())
                .redirectInput(new File("/dev/null"))
                .redirectOutput(place.resolve("stdout").toFile())
                .redirectError(place.resolve("stderr").toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        builder.environment().put("HOME", place.toString());
        try {
            return new StartedMirror(builder.start(), place);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path newDirectory() {
        try {
            Path place = directory.resolve(Names.fresh());
            Files.createDirectories(place.resolve("tmp"));
            for (Map.Entry<String, String> file : homeFiles.entrySet()) {
                Path written = Files.writeString(place.resolve(file.getKey()), file.getValue());
                Files.setPosixFilePermissions(written, PosixFilePermissions.fromString("rw-r--r--"));
            }
            return place;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String written(Path file) {
        try (Writer writer = Files.newBufferedWriter(file)) {
            settings.store(writer, null);
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toString();
    }
}
