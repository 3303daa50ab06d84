package org.multicloudmirror.it.servers;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Adobe's S3Mock in a process of its own, on a free port, with its objects in a directory. */
public final class S3MockServer implements AutoCloseable {

    private static final Pattern STARTED = Pattern.compile("Tomcat started on ports .*?(\\d+) \\(http\\)");

    private final Process process;
    private final int port;

    /**
     * Starts it.
     *
     * @param directory where it keeps its objects and its log
     */
    public S3MockServer(Path directory) throws IOException {
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx256m",
                        "-Djava.io.tmpdir=" + directory,
                        "-jar",
                        jar().toString(),
                        "--server.address=127.0.0.1",
                        "--server.port=0",
                        "--com.adobe.testing.s3mock.httpPort=0",
                        "--logging.level.root=WARN",
                        "--logging.level.org.springframework.boot.web.embedded.tomcat=INFO")
                .redirectError(directory.resolve("stderr").toFile())
                .start();
        port = port(process);
        // what it logs from now on must not fill the pipe
        Thread rest = new Thread(() -> drain(process), "s3mock log");
        rest.setDaemon(true);
        rest.start();
    }

    /** How a store that leads here is configured; it asks for no credentials. */
    public Map<String, String> asStore() {
        return Map.of(
                "driver", "s3",
                "endpoint", "http://127.0.0.1:" + port,
                "region", "us-east-1",
                "access-key", "any",
                "secret-key", "any");
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private static int port(Process process) throws IOException {
        BufferedReader log = process.inputReader(StandardCharsets.UTF_8);
        StringBuilder all = new StringBuilder();
        for (String line = log.readLine(); line != null; line = log.readLine()) {
            Matcher matcher = STARTED.matcher(line);
            if (matcher.find()) {
                return Integer.parseInt(matcher.group(1));
            }
            all.append(line).append('\n');
        }
        throw new IOException("S3Mock did not start:\n" + all);
    }

    private static void drain(Process process) {
        process.inputReader(StandardCharsets.UTF_8).lines().forEach(line -> {});
    }

    private static Path jar() throws IOException {
        try (Stream<Path> files = Files.list(NeedsEmulators.DIRECTORY.resolve("s3mock"))) {
            List<Path> jars = files.toList();
            if (jars.size() != 1) {
                throw new IOException("one jar of S3Mock is wanted, not " + jars);
            }
            return jars.get(0);
        }
    }
}
