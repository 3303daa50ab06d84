package org.multicloudmirror.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.multicloudmirror.it.process.MirrorRun;
import org.multicloudmirror.it.process.StartedMirror;
import org.multicloudmirror.it.servers.MultipartUpload;
import org.multicloudmirror.it.servers.NeedsSwift;

/** A run that is killed amid the parts of an object damages nothing, and the next one leaves no trace of it. */
@NeedsSwift
class KilledUploadIT {

    private static final int MIB = 1 << 20;
    private static final int PARTS = 12;

    @TempDir
    private Path directory;

    private final Random random = new Random(7);
    private SwiftFixture swift;

    @BeforeEach
    void open() throws IOException {
        swift = new SwiftFixture(directory);
        swift.mirror()
                .setting("mirror.multipart-threshold", "6M")
                .setting("mirror.part-size", "5M")
                .setting("mirror.parts", 1)
                .setting("mirror.state-dir", directory.resolve("state"));
    }

    @AfterEach
    void close() {
        swift.close();
    }

    @Test
    void leavesNoSegmentsAtSwift() {
        String bucket = swift.bucket();
        String copies = swift.container();
        String segments = copies + "_segments";
        swift.cf().createContainer(segments);
        String foreign = "mirror/" + "0".repeat(64) + "/11111111-2222-3333-4444-555555555555/00000001";
        swift.cf().put(segments, foreign, new byte[1], Map.of());
        swift.cf().put(copies, "large", "the good old one");
        List<byte[]> parts = IntStream.range(0, PARTS).mapToObj(i -> noise()).toList();
        MultipartUpload.upload(swift.doors(), bucket, "large", parts);
        String scenario = "s3://" + bucket + "->cf://" + copies;

        killAmid(scenario, () -> swift.cf().keys(segments));

        assertThat(swift.cf().text(copies, "large")).isEqualTo("the good old one");
        assertThat(swift.cf().keys(segments)).as("what the killed run left").hasSizeGreaterThan(1);

        MirrorRun second = swift.mirror().run(scenario);

        assertThat(second.exitCode()).as("%s", second).isZero();
        assertThat(second.report()).contains("removed the parts of 1 upload that an earlier run left behind");
        assertThat(swift.cf().content(copies, "large")).isEqualTo(swift.s3().content(bucket, "large"));
        assertThat(swift.cf().keys(segments)).hasSize(1 + PARTS).contains(foreign);
    }

    @Test
    void leavesNoUploadAtS3() {
        String container = swift.container();
        String copies = swift.bucket();
        String segments = copies + "+segments";
        swift.cf().put(container, "large", new byte[PARTS * 5 * MIB], Map.of());
        String foreign = MultipartUpload.begin(swift.doors(), copies, "large");
        String scenario = "cf://" + container + "->s3://" + copies;

        killAmid(scenario, () -> swift.s3().keys(segments).stream()
                .filter(name -> !name.contains(foreign) && name.split("/", -1).length > 2)
                .toList());

        assertThat(swift.s3().keys(copies)).isEmpty();

        MirrorRun second = swift.mirror().run(scenario);

        assertThat(second.exitCode()).as("%s", second).isZero();
        assertThat(second.report()).contains("removed the parts of 1 upload that an earlier run left behind");
        assertThat(swift.s3().content(copies, "large")).isEqualTo(swift.cf().content(container, "large"));
        assertThat(swift.s3().keys(segments)).hasSize(PARTS + 1).contains("large/" + foreign);
    }

    @Test
    void keepsTheOldObjectAndNoSegmentsWhenTheSourceBreaks() {
        String container = swift.container();
        String parts = swift.container();
        String copies = swift.container();
        swift.cf().put(parts, "large/1", noise(), Map.of());
        swift.cf().put(parts, "large/2", noise(), Map.of());
        swift.cf()
                .putManifest(
                        container,
                        "large",
                        "[{\"path\": \"/%1$s/large/1\"}, {\"path\": \"/%1$s/large/2\"}]".formatted(parts));
        swift.cf().put(copies, "large", "the good old one");
        // the manifest stays, and promises what is no more
        swift.cf().put(parts, "large/2", new byte[5 * MIB], Map.of());

        MirrorRun run = swift.mirror().store("other", swift.cfStore()).run("cf://" + container + "->other://" + copies);

        assertThat(run.exitCode()).as("%s", run).isEqualTo(3);
        assertThat(swift.cf().text(copies, "large")).isEqualTo("the good old one");
        assertThat(swift.cf().keys(copies + "_segments")).isEmpty();
    }

    private void killAmid(String scenario, Supplier<List<String>> parts) {
        int before = parts.get().size();
        StartedMirror first = swift.mirror().start(scenario);
        Awaitility.await().until(() -> parts.get().size() > before || !first.isAlive());
        assertThat(first.signal("KILL").await().exitCode()).isEqualTo(137);
    }

    private byte[] noise() {
        byte[] bytes = new byte[5 * MIB];
        random.nextBytes(bytes);
        return bytes;
    }
}
