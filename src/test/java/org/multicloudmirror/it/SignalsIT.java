package org.multicloudmirror.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.multicloudmirror.it.process.Mirror;
import org.multicloudmirror.it.process.MirrorRun;
import org.multicloudmirror.it.process.StartedMirror;
import org.multicloudmirror.it.servers.Answer;
import org.multicloudmirror.it.servers.FakeS3;
import org.multicloudmirror.it.servers.ObjectAnswer;

/** SIGINT and SIGTERM end a run soon, with a report, and leave no torn object. */
class SignalsIT {

    private static final String CONTENT = "0123456789".repeat(2000);
    private static final ObjectAnswer IT = new ObjectAnswer(CONTENT.getBytes(UTF_8));
    private static final int OBJECTS = 40;
    private static final Duration AT_ONCE = Duration.ofSeconds(10);

    private final FakeS3 source = new FakeS3();
    private final FakeS3 destination = new FakeS3();
    private final CountDownLatch reached = new CountDownLatch(1);
    private final Mirror mirror;

    SignalsIT(@TempDir Path directory) {
        mirror = new Mirror(directory)
                .store("from", source.asStore())
                .store("to", destination.asStore())
                .setting("mirror.process", 1);
    }

    /** The first object is under way and the others wait when the signal comes. */
    @BeforeEach
    void fill() {
        for (int i = 0; i < OBJECTS; i++) {
            source.object("src", "%02d".formatted(i), CONTENT);
        }
        destination.object("dst", "00", "the old one");
    }

    @AfterEach
    void close() {
        source.close();
        destination.close();
    }

    @Test
    void sigintLetsTheCopyInFlightFinish() throws IOException {
        assumeSigintIsNotIgnored();
        CountDownLatch goOn = new CountDownLatch(1);
        source.next("GET src/00", IT.pausingAfterHalf(reached, goOn));

        StartedMirror started = started();
        started.signal("INT").awaitErr("interrupted: copies in flight have 30 s");
        goOn.countDown();
        MirrorRun run = started.await();

        assertThat(run.exitCode()).as("%s", run).isEqualTo(130);
        assertThat(run.keys("copied")).containsExactly("00");
        assertThat(run.object("01").reason()).isEqualTo("interrupted before it was copied");
        assertThat(destination.bucket("dst")).containsOnlyKeys("00");
        assertThat(destination.bucket("dst").get("00")).asString(UTF_8).isEqualTo(CONTENT);
        assertInterrupted(run);
    }

    @Test
    void sigtermGivesUpACopyThatOutlivesTheGrace() {
        source.next("GET src/00", IT.dripping(reached));
        mirror.setting("mirror.grace", 1);

        MirrorRun run = started().signal("TERM").await();

        assertThat(run.exitCode()).as("%s", run).isEqualTo(143);
        assertGivenUp(run);
    }

    @Test
    void aSilentSourceDoesNotHoldTheEndUp() {
        source.next("GET src/00", IT.silentAfterHalf(reached));

        assertGivenUp(endedAtOnce());
    }

    @Test
    void aSilentDestinationDoesNotHoldTheEndUp() {
        destination.next("PUT dst/00", Answer.silence(reached));

        assertGivenUp(endedAtOnce());
    }

    @Test
    void aSilentListingDoesNotHoldTheEndUp() {
        source.next("LIST src", Answer.silence(reached));

        MirrorRun run = endedAtOnce();

        assertThat(run.summary()).containsEntry("status", "interrupted");
        assertThat(run.out()).startsWith("from://src->to://dst: INTERRUPTED; 0 copied, ");
    }

    /** Nothing is lost with a page: the grace is for copies. */
    @ParameterizedTest
    @ValueSource(strings = {"LIST src", "LIST dst"})
    void aListingHasNoGrace(String listing) {
        (listing.endsWith("src") ? source : destination).next(listing, Answer.silence(reached));

        MirrorRun run = endedAtOnce(30);

        assertThat(run.summary()).containsEntry("status", "interrupted");
        assertThat(run.out()).startsWith("from://src->to://dst: INTERRUPTED; 0 copied, ");
    }

    private MirrorRun endedAtOnce() {
        return endedAtOnce(0);
    }

    private MirrorRun endedAtOnce(int grace) {
        mirror.setting("mirror.grace", grace);
        StartedMirror started = started();
        Instant signal = Instant.now();

        MirrorRun run = started.signal("TERM").await();

        assertThat(Duration.between(signal, Instant.now())).isLessThan(AT_ONCE);
        assertThat(run.exitCode()).as("%s", run).isEqualTo(143);
        return run;
    }

    private void assertGivenUp(MirrorRun run) {
        assertThat(run.object("00").result()).isEqualTo("interrupted");
        assertThat(run.object("00").reason()).isEqualTo("interrupted while it was copied");
        assertThat(destination.bucket("dst")).containsOnlyKeys("00");
        assertThat(destination.bucket("dst").get("00")).asString(UTF_8).isEqualTo("the old one");
        assertInterrupted(run);
    }

    private static void assertInterrupted(MirrorRun run) {
        assertThat(run.summary()).containsEntry("status", "interrupted");
        assertThat(run.objects()).as("one line an object").hasSize(OBJECTS);
        assertThat(run.out()).startsWith("from://src->to://dst: INTERRUPTED; ");
        assertThat(run.err()).doesNotContain("\tat ");
        assertThat(run.orphaned()).isEmpty();
    }

    private StartedMirror started() {
        return mirror.start("from://src->to://dst").awaitUntil(reached);
    }

    /** A shell without job control starts what it puts in the background with SIGINT ignored; a JVM inherits that. */
    private static void assumeSigintIsNotIgnored() throws IOException {
        String ignored = Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("SigIgn:"))
                .findFirst()
                .orElse("SigIgn: 0");
        long mask = Long.parseUnsignedLong(
                ignored.substring(ignored.lastIndexOf('\t') + 1).strip(), 16);
        assumeFalse((mask & 2) != 0, "SIGINT is ignored here, as in a background job of a shell script");
    }
}
