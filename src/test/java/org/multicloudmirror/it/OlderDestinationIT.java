package org.multicloudmirror.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.multicloudmirror.it.process.Mirror;
import org.multicloudmirror.it.process.MirrorRun;
import org.multicloudmirror.it.servers.KeptAnswers;

/**
 * What an older version wrote is equal, and is asked no more than that version asked itself. The answers of both sides
 * are kept: Ceph's S3 door and Swift mirrored to Swift and to Swift's S3 door by commit 5374f15, with plain objects,
 * markers, metadata of every kind, uploads in parts, static and dynamic large objects.
 */
class OlderDestinationIT {

    private static final int OBJECTS = 23;

    /** How objects are compared, and what the older version asked of objects then. */
    static Stream<Arguments> comparisons() {
        List<String> dynamic = List.of("HEAD /older-back/big/dynamic", "HEAD /older-origin/big/dynamic");
        List<String> large = List.of(
                "HEAD /older-copy/big/one",
                "HEAD /older-copy/big/two",
                "HEAD /older-copy/big/three",
                "HEAD /older-back/big/one",
                "HEAD /older-back/big/dynamic",
                "HEAD /older-back/big/three",
                "HEAD /older-back/big/static",
                "HEAD /older-origin/big/dynamic");
        return Stream.of(Arguments.of("etag", large), Arguments.of("size", dynamic), Arguments.of("modified", dynamic));
    }

    @TempDir
    private Path directory;

    private KeptAnswers kept;
    private Mirror mirror;

    @BeforeEach
    void open() throws IOException {
        kept = new KeptAnswers("/older/answers.json");
        Map<String, String> s3 = kept.asS3Store();
        mirror = Mirror.inThisProcess(directory)
                .store("ceph", s3)
                .store("s3", s3)
                .store("cf", kept.asSwiftStore())
                .setting("mirror.multipart-threshold", "6M")
                .setting("mirror.part-size", "5M");
    }

    @AfterEach
    void close() {
        kept.close();
    }

    @ParameterizedTest
    @MethodSource("comparisons")
    void needsNothing(String compare, List<String> requests) {
        assertEqual(compare);

        assertThat(kept.objectRequests()).containsExactlyInAnyOrderElementsOf(requests);
    }

    /** Each object once on each side, whatever is compared of it. */
    @ParameterizedTest
    @ValueSource(strings = {"metadata", "content"})
    void needsNothingAfterALookAtEachObject(String compare) {
        assertEqual(compare);

        assertThat(kept.objectRequests())
                // that an awkward key leads to itself is proven by a look at what it might be taken for
                .filteredOn(kept::isOfAnObject)
                .hasSizeLessThanOrEqualTo(2 * OBJECTS)
                .doesNotHaveDuplicates()
                .allMatch(request -> request.startsWith(compare.equals("content") ? "GET " : "HEAD "));
    }

    private void assertEqual(String compare) {
        MirrorRun run = mirror.run(
                "--compare=" + compare, "ceph://older-source->cf://older-copy", "cf://older-origin->s3://older-back");

        assertThat(run.exitCode()).as("%s", run).isZero();
        assertThat(run.objects()).as("%s", run).isEmpty();
        assertThat(run.summary()).containsEntry("equal", (long) OBJECTS);
    }
}
