package org.multicloudmirror.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.multicloudmirror.it.process.Mirror;
import org.multicloudmirror.it.process.MirrorRun;
import org.multicloudmirror.it.process.ServedMirror;
import org.multicloudmirror.it.servers.FakeS3;
import org.multicloudmirror.testing.ScheduledText;

/** A service whose temporary directory has no room any more. It takes a root that may mount. */
class FullDiskIT {

    private final FakeS3 source = new FakeS3();
    private final FakeS3 destination = new FakeS3();
    private final Path archive;
    private final Path state;
    private final Path file;
    private final Mirror process;
    private final Mirror commands;

    FullDiskIT(@TempDir Path directory) {
        archive = directory.resolve("archive");
        state = directory.resolve("state");
        file = directory.resolve("scenarios.yaml");
        process = new Mirror(directory).setting("mirror.state-dir", state).setting("mirror.report.dir", archive);
        commands = Mirror.inThisProcess(directory).setting("mirror.scenarios", file);
        commands.setting("mirror.state-dir", state);
        for (Mirror each : List.of(process, commands)) {
            each.store("from", source.asStore()).store("to", destination.asStore());
        }
    }

    @BeforeEach
    void fill() throws IOException {
        source.object("one", "object", "content");
        Files.writeString(file, ScheduledText.of("one", "scenario", "from://one->to://one", "every", "1h"));
    }

    @AfterEach
    void close() {
        source.close();
        destination.close();
    }

    @Test
    void saysThatAReportIsNotWholeAndArchivesNone() throws Exception {
        ServedMirror service = process.serve(file).awaitOk("one", 1);
        service.awaitMetric("mirror_deliveries_total{kind=\"archive\",result=\"ok\"}");
        String temporary = service.process().commandLine().replaceFirst(".*-Djava.io.tmpdir=(\\S+).*", "$1");
        assumeTrue(ended("mount", "-t", "tmpfs", "-o", "size=16k", "tmpfs", temporary) == 0);

        MirrorRun run;
        try {
            ended("dd", "if=/dev/zero", "of=" + temporary + "/full", "bs=4k");
            run = commands.command("trigger", "one", "--wait");
            service.awaitMetric("mirror_deliveries_total{kind=\"archive\",result=\"failed\"}");
        } finally {
            ended("umount", "-l", temporary);
        }

        assertThat(run.exitCode()).as("%s", run).isEqualTo(1);
        assertThat(run.out()).endsWith("one ended: could-not-run\n");
        assertThat(Files.readAllLines(state.resolve("history.jsonl")).get(1)).contains("its report is not whole: ");
        try (Stream<Path> reports = Files.list(archive)) {
            assertThat(reports).as("of the first run").singleElement().satisfies(report -> assertThat(report)
                    .content()
                    .contains("\"type\":\"summary\""));
        }
        assertThat(service.end().err())
                .contains(
                        "one ended: from://one->to://one: COULD NOT RUN: its report is not whole: Cannot write ",
                        "mirror-archive failed, the run stands: a report that is not whole is not archived");
    }

    @Test
    void leavesNoHalfAnArchive() throws Exception {
        ServedMirror service =
                process.setting("mirror.report.retries", 0).serve(file).awaitOk("one", 1);
        service.awaitMetric("mirror_deliveries_total{kind=\"archive\",result=\"ok\"}");
        assumeTrue(ended("mount", "-t", "tmpfs", "-o", "size=16k", "tmpfs", archive.toString()) == 0);
        try {
            ended("dd", "if=/dev/zero", "of=" + archive.resolve("full"), "bs=4k");

            assertThat(commands.command("trigger", "one", "--wait").exitCode()).isZero();
            service.awaitMetric("mirror_deliveries_total{kind=\"archive\",result=\"failed\"}");

            await().untilAsserted(() -> assertThat(archive).isDirectoryNotContaining("glob:**/.part-*"));
        } finally {
            ended("umount", archive.toString());
        }
        service.end();
    }

    private static int ended(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).start().waitFor();
    }
}
