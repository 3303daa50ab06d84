package org.multicloudmirror.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
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
import org.multicloudmirror.it.servers.SwiftAccessLog;

/** Objects in several parts, whose ETags tell nothing of their bytes, are copied once and then only when they change. */
@NeedsSwift
class LargeObjectsIT {

    private static final int SEGMENT = 700_000;
    private static final int PART = 5 << 20;

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
        bucket = swift.bucket();
        container = swift.container();
        segments = swift.container();
    }

    @AfterEach
    void close() {
        swift.close();
    }

    @Test
    void convergesAndSeesWhatWasRewritten() {
        String copies = swift.containerName();
        String otherCopies = swift.bucketName();
        writeMultipart();
        writeStatic();
        writeDynamic("dynamic/2");
        String[] scenarios = {"s3://" + bucket + "->cf://" + copies, "cf://" + container + "->s3://" + otherCopies};

        MirrorRun first = swift.mirror().run(scenarios);

        assertThat(first.exitCode()).as("%s", first).isZero();
        assertThat(first.keys("copied")).containsExactlyInAnyOrder("multipart", "static", "dynamic");
        assertCopied(copies, otherCopies);
        assertThat(swift.cf().headers(copies, "multipart")).containsEntry("content-type", "video/quicktime");
        assertThat(first.orphaned()).as("spooled files").isEmpty();

        int before = swift.requests().size();
        MirrorRun second = swift.mirror().run(scenarios);

        assertThat(second.exitCode()).as("%s", second).isZero();
        assertThat(second.objects()).isEmpty();
        assertThat(second.summary()).containsEntry("equal", 3L);
        List<String> objectRequests = swift.requestsAfter(before).stream()
                .filter(request -> !request.key().isEmpty())
                .map(SwiftAccessLog.Entry::toString)
                .toList();
        assertThat(objectRequests)
                .as("one HEAD of the destination each; the dynamic one's size is not listed")
                .containsExactlyInAnyOrder(
                        "HEAD " + copies + "/multipart",
                        "HEAD " + otherCopies + "/static",
                        "HEAD " + otherCopies + "/dynamic",
                        "HEAD " + container + "/dynamic");

        writeMultipart();
        writeStatic();
        writeDynamic("dynamic/3");
        MirrorRun third = swift.mirror().run(scenarios);

        assertThat(third.exitCode()).as("%s", third).isZero();
        assertThat(third.keys("copied")).containsExactlyInAnyOrder("multipart", "static", "dynamic");
        assertCopied(copies, otherCopies);
    }

    private void assertCopied(String copies, String otherCopies) {
        assertThat(swift.cf().content(copies, "multipart"))
                .hasSize(PART + SEGMENT)
                .isEqualTo(swift.s3().content(bucket, "multipart"));
        assertThat(swift.s3().content(otherCopies, "static"))
                .hasSize(2 * SEGMENT)
                .isEqualTo(swift.cf().content(container, "static"));
        assertThat(swift.s3().content(otherCopies, "dynamic"))
                .isEqualTo(swift.cf().content(container, "dynamic"));
    }

    /** Other bytes each time, the same size. */
    private void writeMultipart() {
        MultipartUpload.upload(swift.doors(), bucket, "multipart", List.of(noise(PART), noise(SEGMENT)));
    }

    /** Other bytes each time, the same size. */
    private void writeStatic() {
        swift.cf().put(segments, "static/1", noise(SEGMENT), Map.of());
        swift.cf().put(segments, "static/2", noise(SEGMENT), Map.of());
        String manifest = "[{\"path\": \"/%1$s/static/1\"}, {\"path\": \"/%1$s/static/2\"}]".formatted(segments);
        swift.cf().putManifest(container, "static", manifest);
    }

    /** Adds a segment to what begins with the manifest's prefix. */
    private void writeDynamic(String segment) {
        swift.cf().put(segments, segment, noise(SEGMENT), Map.of());
        swift.cf().put(container, "dynamic", new byte[0], Map.of("X-Object-Manifest", segments + "/dynamic/"));
    }

    private byte[] noise(int size) {
        byte[] bytes = new byte[size];
        random.nextBytes(bytes);
        return bytes;
    }
}
