package org.multicloudmirror.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.multicloudmirror.cloud.Service;
import org.multicloudmirror.cloud.StoredObject;

/** What commit 5374f15 left when it was killed amid an upload in either direction, taken up by the present program. */
class UpgradeTest extends FieldTest {

    private static final Path KEPT = Path.of("src/test/resources/upgrade/5374f15");
    private static final byte[] CONTENT = noise(17 * MIB + 3);
    private static final int PART = 5 * MIB;

    private Path state;

    @BeforeEach
    void take() throws IOException {
        state = Files.createDirectory(directory.resolve("state"));
        copy(KEPT.resolve("state"), state);
        copy(KEPT.resolve("locks"), directory);
        run.with("mirror.part-size", "5M");
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void anUploadThatWasInterruptedIsRemovedAndItsObjectCopied(Way way) throws IOException {
        List<String> segments = leave();
        way.source(cloud).put("src", "large", CONTENT, Map.of());
        way.destination(cloud).put("dst", "large", "the good old one");

        FieldResult result = mirror(way, "--multipart-threshold=6M");

        assertThat(result.exit()).as(result.told()).isZero();
        assertThat(result.kinds()).isEqualTo(Map.of("large", "copied"));
        assertThat(way.destination(cloud).content("dst", "large")).isEqualTo(CONTENT);
        boolean isToSwift = way == Way.TO_SWIFT;
        assertThat(cloud.uploads().isEmpty()).isNotEqualTo(isToSwift);
        assertThat(cloud.swift().keys("dst_segments"))
                .hasSize(isToSwift ? 4 : 2)
                .satisfies(keys -> assertThat(keys.containsAll(segments)).isNotEqualTo(isToSwift));
        // the other direction's are for its own next run
        assertThat(names(state)).filteredOn(name -> name.endsWith(".uploads")).hasSize(1);
    }

    /** It was killed between the manifest and the note that the upload is done. */
    @Test
    void theSegmentsOfALivingObjectStay() throws IOException {
        List<String> segments = leave();
        byte[] first = cloud.swift().content("dst_segments", segments.get(0));
        byte[] second = cloud.swift().content("dst_segments", segments.get(1));
        cloud.s3().putParts("src", "large", Map.of(), first, second);
        cloud.swift().putParts("dst", "large", Map.of(), first, second);
        StoredObject manifest = cloud.swift().object("dst", "large").orElseThrow();
        cloud.swift()
                .put(
                        "dst",
                        "large",
                        manifest.of(List.of(
                                new StoredObject.Part(
                                        "/dst_segments/" + segments.get(0),
                                        PART,
                                        manifest.parts().get(0).md5()),
                                new StoredObject.Part(
                                        "/dst_segments/" + segments.get(1),
                                        PART,
                                        manifest.parts().get(1).md5()))));

        FieldResult result = mirror(Way.TO_SWIFT, "--multipart-threshold=6M");

        assertThat(result.exit()).as(result.told()).isZero();
        assertThat(cloud.swift().keys("dst_segments")).isEqualTo(segments);
        assertThat(cloud.swift().content("dst", "large")).isEqualTo(cloud.s3().content("src", "large"));
    }

    @Test
    void theHistoryGoesOn() throws IOException {
        cloud.s3().put("src", "k", "x");

        mirror(Way.TO_SWIFT);
        List<String> runs = run.command("history")
                .out()
                .lines()
                .map(line -> line.substring("2026-11-30 18:05:33  ".length()))
                .toList();

        List<String> before = Files.readAllLines(KEPT.resolve("history.txt"));
        assertThat(runs).hasSize(before.size() + 1).startsWith(before.toArray(String[]::new));
        assertThat(runs.get(before.size())).contains("  ok  ", "s3://src->cf://dst", "1 copied (1 B), 0 equal");
    }

    /** As the older program holds it: a lock of the operating system's on the file of that name, and who it is in it. */
    @ParameterizedTest
    @EnumSource(Way.class)
    void aRunThatIsUnderWayKeepsItsScenario(Way way) throws IOException {
        way.source(cloud).put("src", "k", "x");
        Path lock = directory.resolve(
                way == Way.TO_SWIFT
                        ? "55a006177d16f1504922d4985a0e7536.lock"
                        : "4bac2a9b7a7a0eee85d80e437cbbb650.lock");
        String holder = Files.readString(lock);

        try (FileChannel file = FileChannel.open(lock, StandardOpenOption.WRITE);
                FileLock held = file.lock()) {
            FieldResult result = mirror(way);

            assertThat(held.isValid()).isTrue();
            assertThat(result.exit()).as(result.told()).isEqualTo(4);
            assertThat(result.out()).contains("another run has it: " + holder);
        }
        assertThat(mirror(way).kinds()).isEqualTo(Map.of("k", "copied"));
        assertThat(Files.readString(lock)).matches("pid \\d+, since 20\\S+Z").isNotEqualTo(holder);
    }

    /** What had arrived when it was killed: two segments, whose names come back, and an upload. */
    private List<String> leave() throws IOException {
        Service swift = cloud.swift().createBucket("dst_segments");
        for (String line : Files.readAllLines(KEPT.resolve("left.tsv"))) {
            String[] fields = line.split("\t", -1);
            if (fields[0].equals("swift")) {
                swift.put(fields[1], fields[2], noise(Integer.parseInt(fields[3])), Map.of());
            } else if (fields[0].equals("s3")) {
                cloud.leaveUpload(fields[1], fields[2], fields[3]);
            }
        }
        assertThat(cloud.uploads()).hasSize(1);
        return swift.keys("dst_segments");
    }

    private static void copy(Path from, Path to) throws IOException {
        for (String name : names(from)) {
            Files.copy(from.resolve(name), to.resolve(name));
        }
    }

    private static List<String> names(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
