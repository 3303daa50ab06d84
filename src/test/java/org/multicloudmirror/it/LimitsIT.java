package org.multicloudmirror.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.multicloudmirror.it.process.Mirror;
import org.multicloudmirror.it.process.MirrorRun;
import org.multicloudmirror.it.process.StartedMirror;
import org.multicloudmirror.it.servers.FakeS3;
import org.multicloudmirror.it.servers.ObjectAnswer;

/** A run ends when it may take no more, and the limits of a process change while it runs. */
class LimitsIT {

    private static final String SCENARIO = "from://src->to://dst";

    /** Byte by byte it takes longer than the run may last, and a process longer than that to start. */
    private static final String CONTENT = "0123456789".repeat(60);

    private static final int OBJECTS = 10;

    private final FakeS3 source = new FakeS3();
    private final FakeS3 destination = new FakeS3();
    private final Mirror mirror;

    LimitsIT(@TempDir Path directory) {
        mirror = Mirror.inThisProcess(directory)
                .store("from", source.asStore())
                .store("to", destination.asStore())
                .setting("mirror.process", 1);
        for (int i = 0; i < OBJECTS; i++) {
            source.object("src", "%02d".formatted(i), CONTENT);
        }
        destination.object("dst", "extra", "x");
    }

    @AfterEach
    void close() {
        source.close();
        destination.close();
    }

    @Test
    void maxTransferLeavesTheRestToTheNextRun() {
        MirrorRun run = mirror.run("--max-transfer=2000", "--delete", SCENARIO);

        assertThat(run.exitCode()).as("%s", run).isEqualTo(3);
        assertThat(run.keys("copied")).containsExactly("00", "01", "02");
        assertThat(run.keys("left")).hasSize(OBJECTS - 3);
        assertThat(run.object("09").reason()).isEqualTo("--max-transfer was reached before it was copied");
        assertThat(run.summary()).containsEntry("status", "limit-reached");
        assertThat(run.out()).startsWith(SCENARIO + ": LIMIT REACHED: --max-transfer was reached: 7 objects are left");
        assertThat(destination.bucket("dst")).containsOnlyKeys("00", "01", "02", "extra");

        MirrorRun next = mirror.run(SCENARIO);

        assertThat(next.exitCode()).as("%s", next).isZero();
        assertThat(next.keys("copied")).hasSize(OBJECTS - 3);
    }

    @Test
    void maxDurationLetsTheCopyInFlightFinish() {
        CountDownLatch reached = new CountDownLatch(1);
        source.next("GET src/00", new ObjectAnswer(CONTENT.getBytes(UTF_8)).dripping(reached));

        MirrorRun run = mirror.run("--max-duration=10s", SCENARIO);

        assertThat(run.exitCode()).as("%s", run).isEqualTo(3);
        assertThat(run.keys("copied")).containsExactly("00");
        assertThat(run.keys("left")).hasSize(OBJECTS - 1);
        assertThat(run.object("01").reason()).isEqualTo("--max-duration was reached before it was copied");
        assertThat(run.summary()).containsEntry("status", "limit-reached");
        assertThat(destination.bucket("dst").get("00")).asString(UTF_8).isEqualTo(CONTENT);
    }

    /** At its first bandwidth it would take longer than is waited for it. */
    @Test
    void theBandwidthIsChangedWhileItRuns() {
        String large = "0123456789".repeat(10_000);
        CountDownLatch reached = new CountDownLatch(1);
        source.object("src", "large", large);
        CountDownLatch goOn = new CountDownLatch(0);
        source.next("GET src/large", new ObjectAnswer(large.getBytes(UTF_8)).pausingAfterHalf(reached, goOn));

        StartedMirror started = mirror.start("--bandwidth=1K", "--include=large", SCENARIO);
        MirrorRun run =
                started.awaitUntil(reached).change("mirror.bandwidth", "off").await();

        assertThat(run.exitCode()).as("%s", run).isZero();
        assertThat(run.err()).contains("the limits have changed: mirror.bandwidth is off");
        assertThat(run.keys("copied")).containsExactly("large");
    }
}
