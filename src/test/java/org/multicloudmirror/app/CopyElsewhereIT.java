package org.multicloudmirror.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.multicloudmirror.bench.server.LoadServer;
import org.multicloudmirror.delivery.RunReports;
import org.multicloudmirror.mirror.run.Run;
import org.multicloudmirror.mirror.run.RunStatus;
import org.multicloudmirror.mirror.run.Runs;
import org.multicloudmirror.mirror.run.Summary;
import org.multicloudmirror.mirror.task.CopyTask;
import org.multicloudmirror.mirror.task.Decision;
import org.multicloudmirror.mirror.task.JsonForm;
import org.multicloudmirror.mirror.task.Outcome;
import org.multicloudmirror.mirror.task.OutcomeKind;
import org.multicloudmirror.mirror.task.Proof;
import org.multicloudmirror.mirror.task.RangeMarker;
import org.multicloudmirror.mirror.task.RangeMarker.Ending;
import org.multicloudmirror.settings.Settings;
import org.multicloudmirror.settings.SettingsLoader;
import org.multicloudmirror.storage.ETag;
import org.multicloudmirror.storage.ObjectEntry;
import org.multicloudmirror.testing.FakeRuns;
import org.multicloudmirror.testing.Tasks;

/** A copy is made of its JSON alone, in another process without the run; its outcome, brought back, completes the run. */
class CopyElsewhereIT {

    private static final String KEY = "object-0000000001.bin";

    private final Path directory;
    private final FakeRuns clouds = new FakeRuns();
    private final List<Process> processes = new ArrayList<>();

    CopyElsewhereIT(@TempDir Path directory) {
        this.directory = directory;
    }

    @AfterEach
    void end() {
        processes.forEach(Process::destroy);
    }

    @Test
    void aCopyNeedsItsTaskAndTheDescriptorOfItsRun() throws Exception {
        Talk server = start(LoadServer.class);
        int port = Integer.parseInt(server.read());
        Path settings = settings(port);
        server.ask("bucket s3 src flat 2 5000 -1 -1");
        server.ask("bucket swift dst flat 0 5000 -1 -1");
        Runs runs = clouds.runs();
        Run run = clouds.start("s3://src->cf://dst");
        ObjectEntry entry = new ObjectEntry(KEY, 5000, etag(port), Instant.EPOCH, false);
        CopyTask task = Tasks.of(run, entry, Decision.COPY_MISSING);
        CopyTask gone = Tasks.of(run, entry.withKey("gone"), Decision.COPY_MISSING);

        Talk copier = start(Copier.class, copiersHome().toString(), settings.toString());
        copier.tell(JsonForm.of(run.descriptor()));
        Outcome copied = JsonForm.outcome(copier.ask(JsonForm.of(task)));
        Outcome again = JsonForm.outcome(copier.ask(JsonForm.of(task)));
        Outcome failed = JsonForm.outcome(copier.ask(JsonForm.of(gone)));

        assertThat(copied.kind()).isEqualTo(OutcomeKind.COPIED);
        assertThat(copied.sequence()).isEqualTo(task.sequence());
        assertThat(copied.evidence().proof()).isEqualTo(Proof.MD5);
        // it was looked at first
        assertThat(again.kind()).isEqualTo(OutcomeKind.EQUAL);
        assertThat(failed.kind()).isEqualTo(OutcomeKind.GONE);

        Settings none = new SettingsLoader()
                .environment(Map.of("MIRROR_STATE_DIR", directory.toString()))
                .load();
        try (Engine engine = new Engine(Home.find(), none, clouds.stores(), runs, new RunReports(runs), false)) {
            run.tasks().claim(task);
            run.tasks().claim(gone);
            arrive(engine, run, copied);
            arrive(engine, run, new RangeMarker(run.ranges().whole(), Ending.COMPLETE, "", 2, 2, 0));
            arrive(engine, run, again);
            assertThat(run.ended()).isNotDone();
            arrive(engine, run, failed);
            Summary summary = run.ended().get(1, TimeUnit.MINUTES);

            assertThat(summary.status()).isEqualTo(RunStatus.OK);
            assertThat(summary.count(OutcomeKind.COPIED)).isOne();
            assertThat(summary.count(OutcomeKind.GONE)).isOne();
        }
    }

    private static ETag etag(int port) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/src/" + KEY))
                .method("HEAD", HttpRequest.BodyPublishers.noBody())
                .build();
        HttpResponse<Void> reply = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding());
        return ETag.parse(reply.headers().firstValue("ETag").orElseThrow());
    }

    private static void arrive(Engine engine, Run run, Object message) {
        engine.context()
                .createProducerTemplate()
                .sendBodyAndHeader("direct:mirror-outcome", message, "MirrorRun", run.id());
    }

    /** The shipped routes, but for what becomes of an outcome. */
    private Path copiersHome() throws IOException {
        Path routes = Files.createDirectories(directory.resolve("copier/routes"));
        try (Stream<Path> files = Files.list(Path.of("routes"))) {
            for (Path file : files.toList()) {
                Files.copy(file, routes.resolve(file.getFileName()));
            }
        }
        Files.writeString(routes.resolve("mirror-outcome.camel.yaml"), """
                - route:
                    id: mirror-outcome
                    from:
                      uri: direct:mirror-outcome
                      steps:
                        - to: seda:outcomes
                """);
        return directory.resolve("copier");
    }

    private Path settings(int port) throws IOException {
        String endpoint = "http://127.0.0.1:" + port;
        return Files.writeString(
                directory.resolve("copier.properties"),
                String.join(
                        "\n",
                        "mirror.stores.s3.endpoint=" + endpoint,
                        "mirror.stores.s3.access-key=a",
                        "mirror.stores.s3.secret-key=b",
                        "mirror.stores.cf.endpoint=" + endpoint + "/auth/v1.0",
                        "mirror.stores.cf.identity=a:b",
                        "mirror.stores.cf.credential=c",
                        "mirror.state-dir=" + directory.resolve("state"),
                        ""));
    }

    private Talk start(Class<?> main, String... args) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(args));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        processes.add(process);
        return new Talk(process);
    }

    /** What is said to a process, and what it answers, a line each. */
    private static final class Talk {

        private final PrintStream to;
        private final BufferedReader from;

        Talk(Process process) {
            to = new PrintStream(process.getOutputStream(), true, UTF_8);
            from = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
        }

        void tell(String line) {
            to.println(line);
        }

        String read() throws IOException {
            String line = from.readLine();
            assertThat(line).as("its error is above").isNotNull();
            return line;
        }

        String ask(String line) throws IOException {
            tell(line);
            return read();
        }
    }
}
