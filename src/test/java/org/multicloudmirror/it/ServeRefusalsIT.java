package org.multicloudmirror.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.multicloudmirror.it.process.Mirror;
import org.multicloudmirror.it.process.MirrorRun;
import org.multicloudmirror.it.servers.FakeS3;
import org.multicloudmirror.testing.ScheduledText;

/** A service that cannot do all that it is told does nothing: exit code 2, and a line for each mistake. */
class ServeRefusalsIT {

    private static final String GOOD = ScheduledText.of("good", "scenario", "from://src->to://dst", "every", "1h");

    private final FakeS3 server = new FakeS3();
    private final Path file;
    private final Mirror mirror;

    ServeRefusalsIT(@TempDir Path directory) {
        file = directory.resolve("scenarios.yaml");
        mirror = new Mirror(directory)
                .store("from", server.asStore())
                .store("to", server.asStore())
                .setting("mirror.scenarios", file)
                .setting("mirror.observe.port", 0);
        server.object("src", "object", "1");
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void mistakesInTheFile() throws IOException {
        Files.writeString(
                file,
                GOOD
                        + ScheduledText.of("bad", "scenario", "from://src->to://dst2", "poll", "soon")
                        + ScheduledText.of(
                                "mirror-copy", "scenario", "from://src->to://dst3", "cron", "0 0 3 1 1 ? 2020"));

        assertRefused(
                mirror.command("serve"),
                file + ":16: poll is \"soon\"; write a span from 1s to 366d, such as 30s, 15m, 4h or 1d",
                file + ":18: routeId \"mirror-copy\" is that of a route in routes/; write another",
                file + ":24: cron is \"0 0 3 1 1 ? 2020\"; write a time that is yet to come");
    }

    @Test
    void aFileThatIsNotThere() {
        assertRefused(
                mirror.command("serve"),
                file
                        + " cannot be read (no such file or directory); restore it, or set mirror.scenarios to a text file in"
                        + " UTF-8");
    }

    @Test
    void aPortThatIsTaken() throws IOException {
        Files.writeString(file, GOOD);
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());

            assertRefused(
                    mirror.variable("MIRROR_OBSERVE_PORT", port).command("serve"),
                    "mirror.observe.port (from the environment variable MIRROR_OBSERVE_PORT) is \"" + port
                            + "\"; write a port that is free at 127.0.0.1, or 0 for none (Address already in use)");
        }
    }

    @Test
    void anAddressThatIsNone() throws IOException {
        Files.writeString(file, GOOD);

        assertRefused(
                mirror.variable("MIRROR_OBSERVE_PORT", "9876")
                        .variable("MIRROR_OBSERVE_HOST", "no.such.host.invalid")
                        .command("serve"),
                "mirror.observe.host (from the environment variable MIRROR_OBSERVE_HOST) is \"no.such.host.invalid\";"
                        + " write an address of this machine, such as 127.0.0.1, or 0.0.0.0 for all");
    }

    @Test
    void aReportFileThatEveryRunWouldReplace() throws IOException {
        Files.writeString(file, GOOD);

        assertRefused(
                mirror.variable("MIRROR_REPORT", "/tmp/report.jsonl").command("serve"),
                "mirror.report (from the environment variable MIRROR_REPORT) is \"/tmp/report.jsonl\"; write"
                        + " mirror.report.dir instead: the service makes a report of every run");
    }

    private void assertRefused(MirrorRun run, String... lines) {
        assertThat(run.exitCode()).as("%s", run).isEqualTo(2);
        assertThat(run.errLines())
                .extracting(line -> line.replaceFirst("^multi-cloud-mirror: ", ""))
                .containsExactly(lines);
        assertThat(run.errLines()).allMatch(line -> line.startsWith("multi-cloud-mirror: "));
        assertThat(run.out()).isEmpty();
        assertThat(server.requests()).as("nothing was run").isEmpty();
    }
}
