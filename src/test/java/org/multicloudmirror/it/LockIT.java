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

/** One run of a scenario at a time: a second process leaves it out with exit code 4, or waits for the first. */
class LockIT {

    private static final String CONTENT = "0123456789";
    private static final ObjectAnswer IT = new ObjectAnswer(CONTENT.getBytes(UTF_8));
    private static final String SCENARIO = "from://src->to://dst";

    private final FakeS3 source = new FakeS3();
    private final FakeS3 destination = new FakeS3();
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final Mirror mirror;

    LockIT(@TempDir Path directory) {
        mirror = new Mirror(directory).store("from", source.asStore()).store("to", destination.asStore());
        source.object("src", "object", CONTENT)
                .object("broken", "object", CONTENT)
                .next("GET src/object", IT.pausingAfterHalf(reached, goOn))
                .always("GET broken/object", IT.half());
    }

    @AfterEach
    void close() {
        source.close();
        destination.close();
    }

    @Test
    void aSecondRunLeavesTheScenarioOutOrWaits() {
        StartedMirror first = started();

        MirrorRun second = mirror.run("from://broken->to://dst2", SCENARIO);
        StartedMirror waiting = mirror.start("--wait", SCENARIO)
                .awaitErr(SCENARIO + " waiting: another run has it: pid " + first.pid());
        goOn.countDown();

        assertThat(second.exitCode()).as("%s", second).isEqualTo(4);
        assertThat(second.outLines()).anySatisfy(line -> assertThat(line)
                .matches("from://src->to://dst: \\S+: another run has it: pid " + first.pid()
                        + ", since 20\\d\\d-\\S+Z"));
        assertThat(first.await().keys("copied")).containsExactly("object");
        assertThat(waiting.await()).satisfies(run -> {
            assertThat(run.exitCode()).isZero();
            assertThat(run.out()).startsWith(SCENARIO + ": 0 copied, 0 failed, 0 skipped, 1 unchanged");
        });
    }

    @Test
    void aKilledRunLeavesNoLock() {
        started().signal("KILL").await();

        MirrorRun next = mirror.run(SCENARIO);

        assertThat(next.exitCode()).as("%s", next).isZero();
        assertThat(next.keys("copied")).containsExactly("object");
    }

    @Test
    void noneDeletesWhatAnotherCopies() {
        source.object("other", "kept", CONTENT);
        String deleting = "from://other->to://dst/";
        StartedMirror first = started();

        MirrorRun refused = mirror.run("--delete", "--min-sync", "0", deleting);
        MirrorRun apart = mirror.run("--delete", "--min-sync", "0", "from://other->to://dst2");
        StartedMirror waiting = mirror.start("--delete", "--min-sync", "0", "--wait", deleting)
                .awaitErr("waiting: \"" + SCENARIO + "\" is under way (pid " + first.pid());
        goOn.countDown();

        assertThat(refused.exitCode()).as("%s", refused).isEqualTo(4);
        assertThat(refused.outLines()).anySatisfy(line -> assertThat(line)
                .matches("from://other->to://dst: LOCKED: \"" + SCENARIO + "\" is under way \\(pid " + first.pid()
                        + ", since 20\\S+Z\\), and with --delete one would delete what the other copies"));
        assertThat(apart.exitCode()).as("%s", apart).isZero();
        assertThat(first.await().keys("copied")).containsExactly("object");
        assertThat(waiting.await().keys("copied")).containsExactly("kept");
    }

    /** What it claimed stands in its file, and nobody holds that. */
    @Test
    void aKilledRunIsInNobodysWay() {
        started().signal("KILL").await();
        source.object("other", "kept", CONTENT);

        MirrorRun next = mirror.run("--delete", "--min-sync", "0", "from://other->to://dst");

        assertThat(next.exitCode()).as("%s", next).isZero();
    }

    private StartedMirror started() {
        return mirror.start(SCENARIO).awaitUntil(reached);
    }
}
