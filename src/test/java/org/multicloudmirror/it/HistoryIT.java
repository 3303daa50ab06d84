package org.multicloudmirror.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.multicloudmirror.it.process.Mirror;
import org.multicloudmirror.it.process.MirrorRun;
import org.multicloudmirror.it.process.StartedMirror;
import org.multicloudmirror.it.servers.FakeS3;

/** {@code mirror history} shows the last runs of all processes. */
class HistoryIT {

    private static final String TIME = "20\\d\\d-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d  ";

    private final FakeS3 source = new FakeS3();
    private final FakeS3 destination = new FakeS3();
    private final Path state;
    private final Mirror mirror;

    HistoryIT(@TempDir Path directory) {
        state = directory.resolve("state");
        mirror = Mirror.inThisProcess(directory)
                .store("from", source.asStore())
                .store("to", destination.asStore())
                .setting("mirror.state-dir", state);
        source.object("one", "object", "1").object("two", "object", "22");
    }

    @AfterEach
    void close() {
        source.close();
        destination.close();
    }

    @Test
    void hasTheRunsOfAllProcessesTheNewestLast() {
        StartedMirror one = mirror.start("from://one->to://one");
        StartedMirror other = mirror.start("from://two->to://two");
        assertThat(one.await().exitCode() + other.await().exitCode()).isZero();
        assertThat(mirror.run("from://one->to://one", "from://missing->to://one")
                        .exitCode())
                .isOne();

        MirrorRun all = mirror.command("history");
        MirrorRun last = mirror.command("history", "-n", "1");

        assertThat(all.exitCode()).as("%s", all).isZero();
        assertThat(all.outLines()).hasSize(4);
        assertThat(all.outLines().subList(0, 2))
                .anyMatch(
                        line -> line.matches(
                                TIME
                                        + "[0-9a-f]{8}  ok             from://one->to://one  \\S+ s  1 copied \\(1 B\\), 0 equal, 0 failed"))
                .anyMatch(
                        line -> line.matches(
                                TIME
                                        + "[0-9a-f]{8}  ok             from://two->to://two  \\S+ s  1 copied \\(2 B\\), 0 equal, 0 failed"));
        assertThat(all.outLines().get(2))
                .matches(
                        TIME
                                + "[0-9a-f]{8}  ok             from://one->to://one  \\S+ s  0 copied \\(0 B\\), 1 equal, 0 failed");
        assertThat(all.outLines().get(3))
                .matches(TIME
                        + "[0-9a-f]{8}  could-not-run  from://missing->to://one  \\S+ s  the source from://missing does"
                        + " not exist; .*");
        assertThat(last.outLines()).containsExactly(all.outLines().get(3));
        assertThat(all.err() + last.err()).isEmpty();
    }

    @Test
    void tellsThatLinesAreDamaged() throws IOException {
        assertThat(mirror.run("from://one->to://one").exitCode()).isZero();
        Files.writeString(state.resolve("history.jsonl"), "{\"started\":\n", StandardOpenOption.APPEND);

        MirrorRun all = mirror.command("history");

        assertThat(all.exitCode()).isZero();
        assertThat(all.outLines()).hasSize(1);
        assertThat(all.err())
                .isEqualTo("multi-cloud-mirror: 1 line of " + state.resolve("history.jsonl")
                        + " cannot be read, as a full disk leaves them, and are left out\n");
    }

    @Test
    void isNotKeptWhenNobodyWantsIt() {
        assertThat(mirror.setting("mirror.history", 0)
                        .run("from://one->to://one")
                        .exitCode())
                .isZero();

        MirrorRun history = mirror.command("history");

        assertThat(history.exitCode()).as("%s", history).isZero();
        assertThat(history.outLines()).containsExactly("no run is written down in " + state.resolve("history.jsonl"));
        assertThat(state).doesNotExist();
    }

    @Test
    void thatCannotBeHadLeavesTheRunAlone() throws IOException {
        Files.writeString(state, "no directory");

        MirrorRun run = mirror.setting("mirror.report.retries", 0).run("from://one->to://one");
        MirrorRun history = mirror.command("history");

        assertThat(run.exitCode()).as("%s", run).isZero();
        assertThat(run.keys("copied")).containsExactly("object");
        assertThat(run.errLines())
                .singleElement()
                .asString()
                .contains(" ERROR mirror-history failed, the run stands: " + state);
        assertThat(history.exitCode()).as("%s", history).isOne();
        assertThat(history.errLines())
                .containsExactly("multi-cloud-mirror: the history " + state.resolve("history.jsonl")
                        + " cannot be read (Not a directory); set mirror.state-dir");
    }

    @Test
    void ofNoRunsIsAUsageError() {
        MirrorRun history = mirror.command("history", "-n", "0");

        assertThat(history.exitCode()).isEqualTo(2);
        assertThat(history.errLines())
                .containsExactly("multi-cloud-mirror: -n is \"0\"; write a whole number from 1 up");
    }
}
