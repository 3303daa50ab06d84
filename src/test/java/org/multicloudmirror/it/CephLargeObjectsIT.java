package org.multicloudmirror.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.multicloudmirror.it.Clouds.Door;
import org.multicloudmirror.it.Clouds.Place;
import org.multicloudmirror.it.process.MirrorRun;
import org.multicloudmirror.it.servers.MultipartUpload;
import org.multicloudmirror.it.servers.NeedsCeph;
import org.multicloudmirror.it.servers.NeedsSwift;

/** Uploads in parts and static large objects go into Ceph and out of it, once, and again when they change. */
@NeedsCeph
@NeedsSwift
class CephLargeObjectsIT {

    private static final int PART = 5 << 20;

    @TempDir
    private Path directory;

    private final Random random = new Random(7);
    private Clouds clouds;

    @BeforeEach
    void open() throws IOException {
        clouds = new Clouds(directory);
        clouds.mirror()
                .setting("mirror.multipart-threshold", "6M")
                .setting("mirror.part-size", "5M")
                .setting("mirror.state-dir", directory.resolve("state"));
    }

    @AfterEach
    void close() {
        clouds.close();
    }

    @ParameterizedTest
    @CsvSource({"CEPH_S3, SWIFT", "SWIFT, CEPH_S3", "SWIFT_S3, CEPH_SWIFT"})
    void copiesOnceAndAgainWhenItChanges(Door one, Door other) {
        Place from = clouds.place(one);
        Place to = clouds.place(other);
        write(from, "two", List.of(PART, 1));
        write(from, "three", List.of(PART, PART, 700_000));

        assertCopies(from, to, "two", "three");
        assertCopies(from, to);

        write(from, "two", List.of(PART, 1));
        assertCopies(from, to, "two");
        assertCopies(from, to);
    }

    /** Above the threshold, though it was written in one piece. */
    @ParameterizedTest
    @CsvSource({"CEPH_S3, SWIFT", "SWIFT, CEPH_S3", "SWIFT_S3, CEPH_SWIFT", "CEPH_SWIFT, SWIFT_S3"})
    void cutsALargeObject(Door one, Door other) {
        Place from = clouds.place(one);
        Place to = clouds.place(other);
        from.client().put(from.name(), "one", noise(PART + 1_234_567), Map.of());

        assertCopies(from, to, "one");
        assertCopies(from, to);
    }

    private void assertCopies(Place from, Place to, String... keys) {
        MirrorRun run = clouds.mirror().run(from.url() + "->" + to.url());

        assertThat(run.exitCode()).as("%s", run).isZero();
        assertThat(run.keys("copied")).as("%s", run).containsExactlyInAnyOrder(keys);
        assertThat(run.objects()).as("%s", run).hasSize(keys.length);
        assertThat(run.orphaned()).as("spooled files").isEmpty();
        for (String key : keys) {
            assertThat(to.client().content(to.name(), key))
                    .isEqualTo(from.client().content(from.name(), key));
        }
    }

    /** Other bytes each time, the same sizes. */
    private void write(Place place, String key, List<Integer> sizes) {
        List<byte[]> parts = sizes.stream().map(this::noise).toList();
        if (place.door().speaksS3()) {
            MultipartUpload.upload(clouds.properties(place.door()), place.name(), key, parts);
            return;
        }
        place.client().createContainer(place.segments());
        List<String> manifest = new ArrayList<>();
        for (byte[] segment : parts) {
            String name = key + "/" + manifest.size();
            place.client().put(place.segments(), name, segment, Map.of());
            manifest.add("{\"path\": \"/" + place.segments() + "/" + name + "\"}");
        }
        place.client().putManifest(place.name(), key, manifest.toString());
    }

    private byte[] noise(int size) {
        byte[] bytes = new byte[size];
        random.nextBytes(bytes);
        return bytes;
    }
}
