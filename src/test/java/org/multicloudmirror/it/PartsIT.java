package org.multicloudmirror.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.multicloudmirror.it.process.MirrorRun;
import org.multicloudmirror.it.servers.MultipartUpload;
import org.multicloudmirror.it.servers.NeedsSwift;

/** Large objects keep their parts on the way between S3 and Swift, and are the same afterwards, at once and for ever. */
@NeedsSwift
class PartsIT {

    private static final int MIB = 1 << 20;

    /** What Swift's S3 door takes for a part that is not the last. */
    private static final int LEAST = 5 * MIB;

    private static final Map<String, List<Integer>> SIZES = new LinkedHashMap<>();

    static {
        SIZES.put("two", List.of(LEAST, 1));
        SIZES.put("four", List.of(LEAST, LEAST, LEAST, 700_000));
        SIZES.put("eight", List.of(8 * MIB, 8 * MIB, 1234));
    }

    @TempDir
    private Path directory;

    private final Random random = new Random(7);
    private SwiftFixture swift;
    private String bucket;
    private String container;
    private String segments;

    @BeforeEach
    void open() throws IOException {
        swift = new SwiftFixture(directory);
        swift.mirror()
                .setting("mirror.multipart-threshold", "6M")
                .setting("mirror.part-size", "5M")
                .setting("mirror.state-dir", directory.resolve("state"));
        bucket = swift.bucket();
        container = swift.container();
        segments = swift.container();
    }

    @AfterEach
    void close() {
        swift.close();
    }

    @Test
    void keepsThePartsOfAMultipartUpload() {
        SIZES.forEach((key, sizes) -> MultipartUpload.upload(swift.doors(), bucket, key, noise(sizes)));
        String copies = swift.containerName();
        String scenario = "s3://" + bucket + "->cf://" + copies;

        assertCopies(scenario, SIZES.size());

        SIZES.forEach((key, sizes) -> {
            assertThat(swift.cf().segmentSizes(copies, key)).isEqualTo(longs(sizes));
            assertThat(swift.cf().content(copies, key)).isEqualTo(swift.s3().content(bucket, key));
            assertThat(swift.cf().headers(copies, key)).containsEntry("content-type", "video/quicktime");
        });
        assertThat(swift.cf().keys(copies)).hasSameElementsAs(SIZES.keySet());
        assertThat(swift.cf().keys(copies + "_segments"))
                .hasSize(2 + 4 + 3)
                .allMatch(name -> name.matches("mirror/[0-9a-f]{64}/[0-9a-f-]{36}/0000000[1-4]"));
        assertCopies(scenario, 0);

        SIZES.forEach((key, sizes) -> MultipartUpload.upload(swift.doors(), bucket, key, noise(sizes)));
        assertCopies(scenario, SIZES.size());
        SIZES.forEach((key, sizes) ->
                assertThat(swift.cf().content(copies, key)).isEqualTo(swift.s3().content(bucket, key)));
        assertThat(swift.cf().keys(copies + "_segments"))
                .as("the old segments are gone")
                .hasSize(2 + 4 + 3);
    }

    @Test
    void keepsTheSegmentsOfAStaticLargeObject() {
        SIZES.forEach(this::writeStatic);
        String copies = swift.bucketName();
        String scenario = "cf://" + container + "->s3://" + copies;

        assertCopies(scenario, SIZES.size());

        SIZES.forEach((key, sizes) -> {
            assertThat(swift.s3().segmentSizes(copies, key)).isEqualTo(longs(sizes));
            assertThat(swift.s3().content(copies, key)).isEqualTo(swift.cf().content(container, key));
        });
        assertCopies(scenario, 0);

        SIZES.forEach(this::writeStatic);
        assertCopies(scenario, SIZES.size());
        SIZES.forEach((key, sizes) ->
                assertThat(swift.s3().content(copies, key)).isEqualTo(swift.cf().content(container, key)));
    }

    /** A manifest may hold bytes itself, ranges of segments, and other manifests. */
    @Test
    void readsManifestsOfAnyKind() {
        writeStatic("inner", SIZES.get("two"));
        swift.cf().put(segments, "whole", noise(LEAST), Map.of());
        String whole = "{\"path\": \"/" + segments + "/whole\"";
        String inner = "{\"path\": \"/" + container + "/inner\"";
        swift.cf()
                .putManifest(container, "data", "[{\"data\": \"aGVhZA==\"}, " + whole + "}, {\"data\": \"dGFpbA==\"}]");
        swift.cf().putManifest(container, "ranges", "[" + whole + ", \"range\": \"7-4000000\"}, " + whole + "}]");
        swift.cf().putManifest(container, "nested", "[" + inner + "}, " + whole + "}]");
        swift.cf()
                .putManifest(container, "nested-ranges", "[" + inner + ", \"range\": \"7-4000000\"}, " + whole + "}]");
        String copies = swift.bucketName();
        String scenario = "cf://" + container + "->s3://" + copies;

        assertCopies(scenario, 5);

        swift.cf().keys(container).forEach(key -> assertThat(swift.s3().content(copies, key))
                .as(key)
                .isEqualTo(swift.cf().content(container, key)));
        assertCopies(scenario, 0);
    }

    @Test
    void readsADynamicLargeObjectAsTheObjectThatItIs() {
        SIZES.forEach(this::writeDynamic);
        String copies = swift.bucketName();
        String scenario = "cf://" + container + "->s3://" + copies;

        assertCopies(scenario, SIZES.size());

        SIZES.forEach((key, sizes) ->
                assertThat(swift.s3().content(copies, key)).isEqualTo(swift.cf().content(container, key)));
        assertThat(swift.s3().segmentSizes(copies, "four"))
                .as("nothing tells its segments")
                .containsExactly((long) LEAST, (long) LEAST, (long) LEAST, 700_000L);
        assertCopies(scenario, 0);
    }

    @Test
    void cutsAPlainObjectAndProvesTheWhole() {
        swift.cf().put(container, "plain", noise(12 * MIB + 7), Map.of());
        String copies = swift.bucketName();
        String scenario = "cf://" + container + "->s3://" + copies;

        assertCopies(scenario, 1);

        assertThat(swift.s3().content(copies, "plain")).isEqualTo(swift.cf().content(container, "plain"));
        assertThat(swift.s3().segmentSizes(copies, "plain")).containsExactly((long) LEAST, (long) LEAST, 2L * MIB + 7);
        assertCopies(scenario, 0);
    }

    @Test
    void joinsSegmentsThatAreTooSmallAndRestoresThemOnTheWayBack() {
        writeStatic("small", Collections.nCopies(9, MIB));
        String copies = swift.bucketName();
        String back = swift.containerName();

        assertCopies("cf://" + container + "->s3://" + copies, 1);
        assertThat(swift.s3().segmentSizes(copies, "small")).containsExactly(5L * MIB, 4L * MIB);
        assertThat(swift.s3().headers(copies, "small")).containsEntry("x-object-meta-mirror-source-parts", "1048576*9");

        assertCopies("s3://" + copies + "->cf://" + back, 1);
        assertThat(swift.cf().segmentSizes(back, "small"))
                .containsOnly((long) MIB)
                .hasSize(9);
        assertThat(swift.cf().headers(back, "small"))
                .containsEntry("etag", swift.cf().headers(container, "small").get("etag"))
                .as("with them the tag of the object behind the S3 door can be made of this one's bytes")
                .containsEntry("x-object-meta-mirror-source-parts", "5242880+4194304");
    }

    /** A manifest that goes by itself would leave its segments for ever, and segments that go too early a torn object. */
    @Test
    void letsSegmentsGoWhenTheirObjectGoes() {
        swift.cf().put(segments, "only", noise(3), Map.of());
        writeManifest("k", Map.of("X-Delete-At", "4102444800"));
        String copies = swift.containerName();
        String scenario = "cf://" + container + "->cf://" + copies;
        assertCopies(scenario, 1);
        assertDeletion(copies, "4102444800");

        writeManifest("k", Map.of("X-Delete-At", "4102444800", "X-Object-Meta-Colour", "red"));
        assertThat(swift.mirror().run("--compare=metadata", scenario).keys("updated"))
                .containsExactly("k");
        assertDeletion(copies, "4102444800");

        writeManifest("k", Map.of("X-Delete-At", "4102444900", "X-Object-Meta-Colour", "red"));
        assertThat(swift.mirror().run("--compare=metadata", scenario).keys("copied"))
                .containsExactly("k");
        assertDeletion(copies, "4102444900");
        assertThat(swift.mirror().run("--compare=metadata", scenario).objects()).isEmpty();
        assertThat(swift.cf().content(copies, "k")).isEqualTo(swift.cf().content(container, "k"));
    }

    private void writeManifest(String key, Map<String, String> headers) {
        String twice = "[{\"path\": \"/%1$s/only\"}, {\"path\": \"/%1$s/only\"}]".formatted(segments);
        swift.cf().putManifest(container, key, twice, headers);
    }

    private void assertDeletion(String copies, String time) {
        assertThat(swift.cf().headers(copies, "k")).containsEntry("x-delete-at", time);
        assertThat(swift.cf().keys(copies + "_segments")).hasSize(2).allSatisfy(segment -> assertThat(
                        swift.cf().headers(copies + "_segments", segment))
                .containsEntry("x-delete-at", time));
    }

    @Test
    void removesTheSegmentsOfAnObjectThatBecomesSmall() {
        MultipartUpload.upload(swift.doors(), bucket, "k", noise(List.of(LEAST, 1)));
        String copies = swift.containerName();
        String scenario = "s3://" + bucket + "->cf://" + copies;
        assertCopies(scenario, 1);
        swift.cf().put(copies + "_segments", "k/anyone's", new byte[1], Map.of());

        swift.s3().put(bucket, "k", "small now");
        assertCopies(scenario, 1);

        assertThat(swift.cf().text(copies, "k")).isEqualTo("small now");
        assertThat(swift.cf().keys(copies + "_segments")).containsExactly("k/anyone's");
    }

    @Test
    void deletesTheSegmentsWithTheirObject() {
        MultipartUpload.upload(swift.doors(), bucket, "k", noise(SIZES.get("two")));
        String copies = swift.containerName();
        assertCopies("s3://" + bucket + "->cf://" + copies, 1);
        swift.cf().put(copies + "_segments", "k/anyone's", new byte[1], Map.of());

        MirrorRun run = swift.mirror()
                .run("--delete", "--allow-empty-source", "--min-sync=0", "s3://" + swift.bucket() + "->cf://" + copies);

        assertThat(run.exitCode()).as("%s", run).isZero();
        assertThat(run.keys("deleted")).containsExactly("k");
        assertThat(swift.cf().keys(copies)).isEmpty();
        assertThat(swift.cf().keys(copies + "_segments")).containsExactly("k/anyone's");
    }

    /** Without a byte of it passing here; and the parts of the backup before go with it. */
    @Test
    void backsALargeObjectUpPartByPart() {
        MultipartUpload.upload(swift.doors(), bucket, "k", noise(SIZES.get("two")));
        String copies = swift.containerName();
        String scenario = "s3://" + bucket + "->cf://" + copies;
        assertCopies(scenario, 1);

        for (int round = 0; round < 2; round++) {
            byte[] before = swift.cf().content(copies, "k");
            MultipartUpload.upload(swift.doors(), bucket, "k", noise(SIZES.get("two")));
            MirrorRun run = swift.mirror().run("--backup-prefix=old", scenario);

            assertThat(run.exitCode()).as("%s", run).isZero();
            assertThat(swift.cf().content(copies, "old/k")).isEqualTo(before);
            assertThat(swift.cf().segmentSizes(copies, "old/k")).isEqualTo(longs(SIZES.get("two")));
            assertThat(swift.cf().keys(copies + "_segments")).hasSize(4);
        }
    }

    private void assertCopies(String scenario, int objects) {
        MirrorRun run = swift.mirror().run(scenario);

        assertThat(run.exitCode()).as("%s", run).isZero();
        assertThat(run.keys("copied")).as("%s", run).hasSize(objects);
        assertThat(run.objects()).as("%s", run).hasSize(objects);
        assertThat(run.orphaned()).as("spooled files").isEmpty();
    }

    /** Other bytes each time, the same sizes. */
    private void writeStatic(String key, List<Integer> sizes) {
        List<String> manifest = new ArrayList<>();
        for (byte[] segment : noise(sizes)) {
            String name = key + "/" + manifest.size();
            swift.cf().put(segments, name, segment, Map.of());
            manifest.add("{\"path\": \"/" + segments + "/" + name + "\"}");
        }
        swift.cf().putManifest(container, key, manifest.toString());
    }

    private void writeDynamic(String key, List<Integer> sizes) {
        int number = 0;
        for (byte[] segment : noise(sizes)) {
            swift.cf().put(segments, "dynamic-" + key + "/" + number++, segment, Map.of());
        }
        Map<String, String> manifest = Map.of("X-Object-Manifest", segments + "/dynamic-" + key + "/");
        swift.cf().put(container, key, new byte[0], manifest);
    }

    private List<byte[]> noise(List<Integer> sizes) {
        return sizes.stream().map(this::noise).toList();
    }

    private byte[] noise(int size) {
        byte[] bytes = new byte[size];
        random.nextBytes(bytes);
        return bytes;
    }

    private static List<Long> longs(List<Integer> sizes) {
        return sizes.stream().map(Integer::longValue).toList();
    }
}
