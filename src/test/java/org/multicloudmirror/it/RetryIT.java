package org.multicloudmirror.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Collections;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.multicloudmirror.it.process.Mirror;
import org.multicloudmirror.it.process.MirrorRun;
import org.multicloudmirror.it.servers.Answer;
import org.multicloudmirror.it.servers.FakeS3;
import org.multicloudmirror.it.servers.ObjectAnswer;

/** What may pass is tried again, get and put together; what would not pass is not. */
class RetryIT {

    private static final String CONTENT = "0123456789".repeat(2_000);
    private static final ObjectAnswer IT = new ObjectAnswer(CONTENT.getBytes(UTF_8));
    private static final Answer BUSY = Answer.error(503, "SlowDown");

    private final FakeS3 source = new FakeS3();
    private final FakeS3 destination = new FakeS3();
    private final Mirror mirror;

    RetryIT(@TempDir Path directory) {
        mirror = Mirror.inThisProcess(directory).store("from", source.asStore()).store("to", destination.asStore());
    }

    @AfterEach
    void close() {
        source.close();
        destination.close();
    }

    @Test
    void copiesWhatFailedForAWhile() {
        for (String key : new String[] {"at once", "busy", "cut off", "corrupt", "gone", "wrong length"}) {
            source.object("src", key, CONTENT);
        }
        source.next("GET src/busy", BUSY, BUSY)
                .next("GET src/cut off", IT.half())
                .next("GET src/corrupt", IT.corrupt())
                .next("GET src/gone", exchange -> {
                    source.bucket("src").remove("gone");
                    Answer.error(404, "NoSuchKey").give(exchange);
                })
                .next("LIST src", BUSY, Answer.text(200, "no listing at all"));

        MirrorRun run = mirror.run("from://src->to://dst");

        assertThat(run.exitCode()).as("%s", run).isZero();
        assertThat(run.object("at once").attempts()).isEqualTo(1);
        assertThat(run.object("busy").attempts()).isEqualTo(3);
        assertThat(run.object("cut off").attempts()).isEqualTo(2);
        assertThat(run.object("corrupt").attempts()).isEqualTo(2);
        assertThat(run.keys("copied"))
                .containsExactlyInAnyOrder("at once", "busy", "cut off", "corrupt", "wrong length");
        assertThat(run.keys("copied"))
                .allSatisfy(key -> assertThat(destination.bucket("dst").get(key))
                        .asString(UTF_8)
                        .isEqualTo(CONTENT));
        assertThat(run.object("gone")).satisfies(gone -> {
            assertThat(gone.result()).isEqualTo("gone");
            assertThat(gone.reason()).isEqualTo("no longer at the source");
        });
        assertThat(destination.bucket("dst")).doesNotContainKey("gone");
        assertThat(run.orphaned()).isEmpty();
    }

    @Test
    void doesNotTryAgainWhatIsRefused() {
        source.object("src", "secret", CONTENT)
                .object("src", "too odd", CONTENT)
                .always("GET src/secret", Answer.error(403, "AccessDenied"))
                .always("GET src/too odd", Answer.error(400, "InvalidRequest"));

        MirrorRun run = mirror.run("from://src->to://dst");

        assertThat(run.exitCode()).as("%s", run).isEqualTo(3);
        assertThat(Collections.frequency(source.requests(), "GET src/secret")).isEqualTo(1);
        assertThat(run.object("secret")).satisfies(secret -> {
            assertThat(secret.result()).isEqualTo("failed");
            assertThat(secret.attempts()).isEqualTo(1);
            assertThat(secret.reason())
                    .isEqualTo("from://src/secret: 403 AccessDenied: as scripted; the credentials of store from are"
                            + " known but not allowed this: check the policies of user and bucket");
        });
        assertThat(run.object("too odd").attempts()).isEqualTo(1);
    }
}
