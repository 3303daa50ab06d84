package org.multicloudmirror.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.multicloudmirror.it.process.MirrorRun;
import org.multicloudmirror.it.process.StartedMirror;
import org.multicloudmirror.it.servers.NeedsSwift;

/** Runs that are killed at any moment, over and over: the next one ends what they began and leaves nothing of them. */
@NeedsSwift
@Tag("long")
class KilledRoundsIT {

    private static final int ROUNDS = 20;
    private static final int LARGE = 12 << 20;
    private static final int SMALL = 30;

    @TempDir
    private Path directory;

    private SwiftFixture swift;

    @BeforeEach
    void open() throws IOException {
        swift = new SwiftFixture(directory);
        swift.mirror()
                .setting("mirror.multipart-threshold", "6M")
                .setting("mirror.part-size", "5M")
                // more than there are objects, so that the large one goes in parts
                .setting("mirror.process", "64")
                .setting("mirror.state-dir", directory.resolve("state"));
    }

    @AfterEach
    void close() {
        swift.close();
    }

    @RepeatedTest(ROUNDS)
    void theNextRunPutsItRight(RepetitionInfo round) {
        Random random = new Random(round.getCurrentRepetition());
        String bucket = swift.bucket();
        String copies = swift.container();
        List<String> small =
                IntStream.range(0, SMALL).mapToObj("small/%02d"::formatted).toList();
        small.forEach(key -> swift.s3().put(bucket, key, key));
        byte[] large = new byte[LARGE];
        random.nextBytes(large);
        swift.s3().put(bucket, "large", large, Map.of());
        String scenario = "s3://" + bucket + "->cf://" + copies;
        int objects = random.nextInt(SMALL);
        int parts = random.nextInt(3);

        StartedMirror first = swift.mirror().start(scenario);
        Awaitility.await()
                .until(() -> !first.isAlive()
                        || (swift.cf().keys(copies).size() >= objects
                                && swift.cf().keys(copies + "_segments").size() >= parts));
        first.signal("KILL").await();
        MirrorRun second = swift.mirror().run(scenario);

        assertThat(second.exitCode()).as("%s", second).isZero();
        small.forEach(key -> assertThat(swift.cf().text(copies, key)).isEqualTo(key));
        assertThat(swift.cf().content(copies, "large")).isEqualTo(large);
        assertThat(swift.cf().keys(copies)).hasSize(SMALL + 1);
        assertThat(swift.cf().keys(copies + "_segments"))
                .as("those of the copy alone")
                .hasSize(3);
        assertThat(swift.mirror().run(scenario).objects()).isEmpty();
    }
}
