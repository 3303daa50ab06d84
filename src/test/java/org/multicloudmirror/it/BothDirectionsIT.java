package org.multicloudmirror.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.multicloudmirror.it.process.MirrorRun;
import org.multicloudmirror.it.servers.NeedsSwift;
import org.multicloudmirror.it.servers.SwiftClient;

/** The main job with the shipped routes: S3 to Swift and Swift to S3. */
@NeedsSwift
class BothDirectionsIT {

    private static final List<String> KEYS = List.of(
            "plain.txt",
            "empty",
            "folder/",
            "folder/inside",
            "//twice",
            "a/../b",
            "line\nbreak",
            "${sys.user.home}",
            "{{mirror.process}}",
            "50% + more?.txt",
            "\u00e9 e\u0301 \ue000 \ud800\udc00");

    private static final Map<String, String> HEADERS = Map.of(
            "Content-Type", "text/html; charset=ISO-8859-1",
            "Cache-Control", "max-age=60",
            "Content-Disposition", "attachment; filename=\"a b.txt\"",
            "Content-Encoding", "gzip",
            "Content-Language", "de",
            "Expires", "Thu, 01 Dec 2044 16:00:00 GMT",
            "X-Object-Meta-Colour", "dark  red");

    private static final String CITY = "Z\u00fcrich \u6771\u4eac";

    @TempDir
    private Path directory;

    private SwiftFixture swift;

    @BeforeEach
    void open() throws IOException {
        swift = new SwiftFixture(directory);
    }

    @AfterEach
    void close() {
        swift.close();
    }

    @Test
    void copiesOnceAndThenOnlyWhatChanged() throws Exception {
        String a = swift.bucket();
        String b = swift.containerName();
        String c = swift.container();
        String d = swift.bucketName();
        // as S3 itself gives out what is not ASCII
        fill(swift.s3(), a, MimeUtility.encodeWord(CITY, "UTF-8", "B"));
        fill(swift.cf(), c, CITY);
        String[] scenarios = {"s3://" + a + "->cf://" + b, "cf://" + c + "->s3://" + d};

        MirrorRun first = swift.mirror().run(scenarios);

        assertThat(first.exitCode()).as("%s", first).isZero();
        assertThat(first.keys("copied")).hasSize(2 * KEYS.size());
        assertHolds(swift.cf(), b);
        assertHolds(swift.s3(), d);
        assertThat(first.orphaned()).isEmpty();

        int before = swift.requests().size();
        MirrorRun second = swift.mirror().run(scenarios);

        assertThat(second.exitCode()).as("%s", second).isZero();
        assertThat(second.objects()).isEmpty();
        assertThat(second.summary()).containsEntry("copied", 0L).containsEntry("equal", 2L * KEYS.size());
        assertThat(swift.requestsAfter(before))
                .as("no object is asked for")
                .isNotEmpty()
                .allSatisfy(request -> {
                    assertThat(request.method()).isIn("GET", "HEAD");
                    assertThat(request.key()).isEmpty();
                });

        swift.s3().put(a, "folder/inside", "FOLDER/INSIDE");
        swift.s3().put(a, "added", "new");
        swift.cf().put(c, "empty", "not any more");
        swift.cf().put(c, "added/too", "new");
        MirrorRun third = swift.mirror().run(scenarios);

        assertThat(third.exitCode()).as("%s", third).isZero();
        assertThat(third.keys("copied")).containsExactlyInAnyOrder("folder/inside", "added", "empty", "added/too");
        assertThat(third.object("folder/inside").reason()).isEqualTo("another ETag");
        assertThat(third.object("empty").reason()).isEqualTo("another size");
        assertThat(third.object("added").reason()).isEqualTo("missing at the destination");
        assertThat(swift.cf().text(b, "folder/inside")).isEqualTo("FOLDER/INSIDE");
        assertThat(swift.s3().text(d, "empty")).isEqualTo("not any more");
    }

    @Test
    void mapsPrefixes() {
        String a = swift.bucket();
        String b = swift.containerName();
        String d = swift.bucketName();
        String nothing = swift.containerName();
        for (String key : List.of("photos/", "photos/one", "photos/sub/two", "photos2/no", "photos")) {
            swift.s3().put(a, key, key);
        }

        MirrorRun run = swift.mirror()
                .run(
                        "s3://" + a + "/photos->cf://" + b + "/backup/2026",
                        "cf://" + b + "/backup/2026/->s3://" + d,
                        "s3://" + a + "/none->cf://" + nothing);

        assertThat(run.exitCode()).as("%s", run).isZero();
        assertThat(swift.cf().keys(b)).isEqualTo(List.of("backup/2026/", "backup/2026/one", "backup/2026/sub/two"));
        assertThat(swift.cf().text(b, "backup/2026/sub/two")).isEqualTo("photos/sub/two");
        assertThat(swift.s3().keys(d)).isEqualTo(List.of("one", "sub/two"));
        assertThat(run.object("backup/2026/")).satisfies(marker -> {
            assertThat(marker.result()).isEqualTo("skipped");
            assertThat(marker.reason())
                    .isEqualTo("the prefix's own marker has no name at a destination without a prefix");
        });
        assertThat(swift.cf().containerExists(nothing)).as("made, though empty").isTrue();
        assertThat(swift.cf().keys(nothing)).isEmpty();
    }

    /** The key is the content, but for the empty object. */
    private static void fill(SwiftClient client, String container, String city) {
        Map<String, String> headers = new HashMap<>(HEADERS);
        headers.put("X-Object-Meta-City", city);
        for (String key : KEYS) {
            client.put(container, key, key.equals("empty") ? new byte[0] : key.getBytes(UTF_8), headers);
        }
    }

    private static void assertHolds(SwiftClient client, String container) throws Exception {
        assertThat(client.keys(container)).containsExactlyInAnyOrderElementsOf(KEYS);
        Map<String, String> expected = new HashMap<>();
        HEADERS.forEach((name, value) -> expected.put(name.toLowerCase(Locale.ROOT), value));
        for (String key : KEYS) {
            assertThat(client.text(container, key)).isEqualTo(key.equals("empty") ? "" : key);
            Map<String, String> headers = client.headers(container, key);
            assertThat(headers).containsAllEntriesOf(expected);
            assertThat(MimeUtility.decodeText(headers.get("x-object-meta-city")))
                    .isEqualTo(CITY);
            assertThat(headers).doesNotContainKey("x-delete-at");
        }
    }
}
