package org.multicloudmirror.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.multicloudmirror.it.process.Mirror;
import org.multicloudmirror.it.process.MirrorRun;
import org.multicloudmirror.it.servers.Answer;
import org.multicloudmirror.it.servers.FakeS3;

/** {@code ls}, {@code size} and {@code cat}, which look at one store and write nothing. */
class LookingIT {

    private final FakeS3 s3 = new FakeS3()
            .object("b", "photos/1", "one")
            .object("b", "photos/a\nb", "three")
            .object("b", "z", "z");
    private final Path directory;

    LookingIT(@TempDir Path directory) {
        this.directory = directory;
    }

    @AfterEach
    void close() {
        s3.close();
    }

    @Test
    void lists() {
        assertThat(here().command("ls", "s3://b").outLines()).containsExactly("photos/", "z");
        assertThat(here().command("ls", "s3://b/photos").outLines()).containsExactly("photos/1", "photos/a\\u000ab");
        assertThat(here().command("ls", "-r", "--print0", "s3://b").out()).isEqualTo("photos/1\0photos/a\nb\0z\0");
        assertThat(here().command("ls", "-l", "s3://b/z").outLines())
                .singleElement()
                .asString()
                .matches(
                        " {14}1 {2}\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d {2}fbade9e36a3f36d3d676c1b808451dd7 {2}z");
        assertThat(s3.requests()).allMatch(request -> request.startsWith("LIST"));
    }

    @Test
    void listsBuckets() {
        s3.next(
                "LIST ",
                Answer.text(
                        200,
                        "<ListAllMyBucketsResult><Buckets><Bucket><Name>b</Name></Bucket></Buckets>"
                                + "</ListAllMyBucketsResult>"));

        assertThat(here().command("ls", "s3://").outLines()).containsExactly("b");
    }

    @Test
    void counts() {
        assertThat(here().command("size", "s3://b").outLines()).containsExactly("3 objects, 9 B (9 bytes)");
        assertThat(here().command("size", "s3://b/photos/").outLines()).containsExactly("2 objects, 8 B (8 bytes)");
    }

    @Test
    void aPlaceThatIsNotThereIsOneLine() {
        assertFails(
                here().command("ls", "s3://b/nothing"),
                1,
                "s3://b/nothing: no object has this key, and none is below it");
        assertFails(here().command("size", "s3://nowhere"), 1, "listing s3://nowhere: ");
        assertFails(here().command("cat", "s3://b/nothing"), 1, "there is no object s3://b/nothing");
    }

    /** A run waits for two minutes; somebody who looks does not. */
    @Test
    void aStoreThatIsNotThereIsSoonTold() {
        MirrorRun run = here().setting("mirror.stores.s3.endpoint", "http://127.0.0.1:1")
                .setting("mirror.retries", 20)
                .command("ls", "s3://photos");

        assertFails(run, 1, "http://127.0.0.1:1: no connection: ");
    }

    @Test
    void aPlaceThatCannotBeReadIsAUsageError() {
        assertFails(here().command("ls", "b"), 2, "\"b\" names no store; write it as s3://bucket/key");
        assertFails(
                here().command("ls", "s4://b"),
                2,
                "the store \"s4\" is unknown (did you mean \"s3\"?); use one of cf, s3, or configure mirror.stores.s4.driver");
        assertFails(here().command("size", "s3://"), 2, "\"s3://\" names no bucket; write it as s3://bucket/key");
        assertFails(here().command("cat", "s3://b"), 2, "\"s3://b\" names no object; write it as s3://bucket/key");
    }

    /** The packaged program, whose output is a process's own. */
    @Test
    void aProcessWritesTheBytes() {
        byte[] bytes = new byte[300_000];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) i;
        }
        s3.bucket("b").put("bytes", bytes);
        s3.next("GET b/z", Answer.halfOf("a body that breaks off"));
        Mirror process = set(new Mirror(directory));

        MirrorRun whole = process.command("cat", "s3://b/bytes");
        MirrorRun broken = process.command("cat", "s3://b/z");

        assertThat(whole.exitCode()).as("%s", whole.err()).isZero();
        assertThat(whole.outBytes()).isEqualTo(bytes);
        assertThat(whole.err()).isEmpty();
        assertFails(broken, 1, "s3://b/z: ");
        assertThat(broken.out().getBytes(UTF_8)).isNotEmpty();
    }

    private Mirror here() {
        return set(Mirror.inThisProcess(directory));
    }

    private Mirror set(Mirror mirror) {
        return mirror.store("s3", s3.asStore()).setting("mirror.retries", 0);
    }

    private static void assertFails(MirrorRun run, int exitCode, String message) {
        assertThat(run.exitCode()).as("%s", run).isEqualTo(exitCode);
        assertThat(run.errLines()).singleElement().asString().startsWith("multi-cloud-mirror: " + message);
    }
}
