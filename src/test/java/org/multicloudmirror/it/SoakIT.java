package org.multicloudmirror.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.multicloudmirror.it.process.MirrorRun;
import org.multicloudmirror.it.process.ServedMirror;
import org.multicloudmirror.it.servers.Fault;
import org.multicloudmirror.it.servers.FaultyDoor;
import org.multicloudmirror.it.servers.NeedsSwift;
import org.multicloudmirror.testing.ScheduledText;

/**
 * The service for some minutes over doors at which every so many requests go wrong, while objects come, change and go.
 * Each run that began after the last change leaves both sides the same.
 */
@NeedsSwift
@Tag("long")
class SoakIT {

    /** In seconds; {@code mirror.test.soak-seconds} tells another one. */
    private static final Duration TIME = Duration.ofSeconds(Long.getLong("mirror.test.soak-seconds", 180));

    private static final Fault[] FAULTS = {Fault.UNAVAILABLE_503, Fault.THROTTLED_429, Fault.RESET, Fault.ANSWER_LOST};

    private static final int KEYS = 60;

    @TempDir
    private Path directory;

    private final Random random = new Random(11);
    private final Map<String, String> expected = new TreeMap<>();
    private SwiftFixture swift;
    private FaultyDoor cf;

    @BeforeEach
    void open() throws IOException {
        swift = new SwiftFixture(directory);
        cf = new FaultyDoor(swift.doors().v1());
        swift.mirror()
                .store("cf", Map.of("endpoint", cf.url(), "identity", "test2:tester2", "credential", "testing2"))
                .setting("mirror.delete", true)
                .setting("mirror.max-delete", -1)
                .setting("mirror.min-sync", 0)
                .setting("mirror.allow-empty-source", true);
    }

    @AfterEach
    void close() {
        cf.close();
        swift.close();
    }

    @Test
    void staysEqualThroughFaultsAndChanges() throws IOException {
        String bucket = swift.bucket();
        String container = swift.container();
        Path scenarios = directory.resolve("scenarios.yaml");
        Files.writeString(
                scenarios,
                ScheduledText.of("soak", "scenario", "s3://" + bucket + "->cf://" + container, "every", "1s"));
        ServedMirror served = swift.mirror().serve(scenarios);
        served.awaitOk("soak", 1);

        Instant end = Instant.now().plus(TIME);
        while (Instant.now().isBefore(end)) {
            cf.every(
                    10 + random.nextInt(20),
                    random.nextBoolean() ? "PUT" : "DELETE",
                    FAULTS[random.nextInt(FAULTS.length)]);
            change(bucket);
            int before = runs(served);
            Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> runs(served) > before + 1);
            assertThat(served.status("health/live")).isEqualTo(200);
        }
        cf.every(Integer.MAX_VALUE, "PUT", Fault.RESET);
        int ok = served.ended("soak", "ok");
        served.awaitOk("soak", ok + 2);

        assertThat(swift.cf().keys(container)).containsExactlyElementsOf(expected.keySet());
        expected.forEach((key, text) ->
                assertThat(swift.cf().text(container, key)).as(key).isEqualTo(text));
        MirrorRun run = served.end();
        assertThat(run.exitCode()).isEqualTo(143);
        assertThat(run.err()).doesNotContain("\tat ", "OutOfMemoryError");
        assertThat(run.orphaned()).isEmpty();
    }

    private static int runs(ServedMirror served) {
        return served.ended("soak", "ok") + served.ended("soak", "some-failed");
    }

    private void change(String bucket) {
        String key = "key " + random.nextInt(KEYS);
        if (expected.containsKey(key) && random.nextInt(3) == 0) {
            swift.s3().delete(bucket, key);
            expected.remove(key);
        } else {
            String text = "content " + random.nextLong();
            swift.s3().put(bucket, key, text);
            expected.put(key, text);
        }
    }
}
