package org.multicloudmirror.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
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
import org.multicloudmirror.storage.Keys;

/** Between buckets of one service the objects stay on the server. */
@NeedsSwift
class ServerCopyIT {

    private static final List<String> KEYS = List.of(
            "plain.txt",
            "empty",
            "/leading",
            "in//side",
            "a/../b",
            "a b + 50% ?.txt",
            "%41%2F",
            "${sys.user.home}",
            "line\nbreak",
            "\u00e9 e\u0301 \ue000 \ud800\udc00");

    private static final Map<String, String> HEADERS = Map.of(
            "Content-Type", "text/html; charset=ISO-8859-1",
            "Cache-Control", "max-age=60",
            "Content-Disposition", "attachment; filename=\"a b.txt\"",
            "Content-Encoding", "gzip",
            "Content-Language", "de",
            "Expires", "Thu, 01 Dec 2044 16:00:00 GMT",
            "X-Object-Meta-Colour", "dark  red");

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
    void copiesWithinOneSwiftAccount() {
        String from = swift.container();
        String to = swift.containerName();

        mirrorsOnTheServer("cf://" + from + "->cf://" + to, swift.cf(), from, to, 0);
    }

    @Test
    void copiesBetweenTwoNamesOfOneS3Service() {
        String from = swift.bucket();
        String to = swift.bucketName();
        swift.mirror().store("twin", s3("test:tester", "testing"));

        mirrorsOnTheServer("s3://" + from + "->twin://" + to, swift.s3(), from, to, 1);
    }

    /**
     * @param proofs how many objects take further requests, since the store is asked whether it copies at all
     */
    private void mirrorsOnTheServer(String scenario, SwiftClient client, String from, String to, int proofs) {
        for (String key : KEYS) {
            client.put(from, key, content(key), HEADERS);
        }
        int before = swift.requests().size();

        MirrorRun first = swift.mirror().run(scenario);

        assertThat(first.exitCode()).as("%s", first).isZero();
        assertThat(first.keys("copied")).containsExactlyInAnyOrderElementsOf(KEYS);
        assertThat(first.objects()).allSatisfy(object -> {
            assertThat(object.attempts()).isEqualTo(1);
            assertThat(object.size()).isEqualTo(content(object.key()).length);
        });
        assertThat(KEYS)
                .filteredOn(key -> !copyRequests(before, to, key).equals(List.of("HEAD " + from, "PUT " + to)))
                .hasSizeLessThanOrEqualTo(proofs)
                .allSatisfy(key -> assertThat(objectRequests(before, key))
                        .startsWith("HEAD " + from)
                        .endsWith("PUT " + to)
                        .doesNotContain("GET " + from)
                        .hasSizeLessThanOrEqualTo(2 + 4));
        assertThat(client.keys(to)).containsExactlyInAnyOrderElementsOf(KEYS);
        for (String key : KEYS) {
            assertThat(client.content(to, key)).isEqualTo(content(key));
            HEADERS.forEach((name, value) ->
                    assertThat(client.headers(to, key)).containsEntry(name.toLowerCase(Locale.ROOT), value));
            assertThat(client.headers(to, key))
                    .containsEntry(
                            "x-object-meta-mirror-source-etag",
                            client.headers(from, key).get("etag"))
                    .containsKey("x-object-meta-mirror-source-modified");
        }

        assertThat(swift.mirror().run(scenario).objects()).isEmpty();

        client.put(from, "plain.txt", "PLAIN.TXT");
        MirrorRun third = swift.mirror().run(scenario);

        assertThat(third.keys("copied")).containsExactly("plain.txt");
        assertThat(client.text(to, "plain.txt")).isEqualTo("PLAIN.TXT");
    }

    /** At Swift, buckets of one name may be there once an account: what is copied must be the source's. */
    @Test
    void readsWhatTheDestinationsUserCannotSee() {
        String from = swift.bucket();
        String to = swift.containerName();
        swift.mirror().store("other", s3("test2:tester2", "testing2")).setting("mirror.process", 1);
        swift.s3().put(from, "a", "the right a");
        swift.s3().put(from, "b", "the right b");

        MirrorRun first = swift.mirror().run("s3://" + from + "->other://" + to);

        assertThat(first.exitCode()).as("%s", first).isZero();
        assertThat(swift.cf().text(to, "a")).isEqualTo("the right a");
        assertThat(swift.cf().text(to, "b")).isEqualTo("the right b");
        assertThat(first.err()).containsOnlyOnce("the server does not copy by itself, so objects are read and written");
        assertThat(first.objects())
                .allSatisfy(object -> assertThat(object.attempts()).isEqualTo(1));

        swift.cf().createContainer(from);
        swift.cf().put(from, "a", "the wrong a");
        swift.s3().put(from, "a", "the newer a");
        MirrorRun second = swift.mirror().run("s3://" + from + "->other://" + to);

        assertThat(second.exitCode()).as("%s", second).isZero();
        assertThat(swift.cf().text(to, "a")).isEqualTo("the newer a");
        swift.cf().wipe(List.of(from));
    }

    private Map<String, String> s3(String user, String key) {
        return Map.of("driver", "s3", "endpoint", swift.doors().s3(), "access-key", user, "secret-key", key);
    }

    /** Without a look at the destination that only an awkward key takes. */
    private List<String> copyRequests(int before, String to, String key) {
        return objectRequests(before, key).stream()
                .filter(request -> Keys.isPlain(key) || !request.equals("HEAD " + to))
                .toList();
    }

    private List<String> objectRequests(int before, String key) {
        return swift.requestsAfter(before).stream()
                .filter(request -> request.key().equals(key))
                .map(request -> request.method() + " " + request.container())
                .toList();
    }

    private static byte[] content(String key) {
        return (key.equals("empty") ? "" : key).getBytes(UTF_8);
    }
}
