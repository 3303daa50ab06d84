package org.multicloudmirror.it;

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

/** What is in an archive is asked for once, named, and copied once it is restored. */
class ArchivedIT {

    private static final String REFUSAL = """
            <?xml version="1.0" encoding="UTF-8"?>
            <Error><Code>InvalidObjectState</Code>\
            <Message>The operation is not valid for the object's storage class</Message>\
            <StorageClass>GLACIER</StorageClass><RequestId>9FEFFF118E15B86F</RequestId></Error>""";

    private final FakeS3 source = new FakeS3();
    private final FakeS3 destination = new FakeS3();
    private final Mirror mirror;

    ArchivedIT(@TempDir Path directory) {
        mirror = Mirror.inThisProcess(directory).store("from", source.asStore()).store("to", destination.asStore());
    }

    @AfterEach
    void close() {
        source.close();
        destination.close();
    }

    @Test
    void namesItAndCopiesItOnceItIsRestored() {
        source.object("src", "cold", "cold content").object("src", "warm", "warm content");
        source.next("GET src/cold", Answer.text(403, REFUSAL));

        MirrorRun run = mirror.run("from://src->to://dst");

        assertThat(run.exitCode()).as("%s", run).isZero();
        assertThat(run.object("cold"))
                .isEqualTo(new MirrorRun.Line(
                        "archived",
                        "cold",
                        12,
                        1,
                        "archived (GLACIER): restore it first; it is copied by a run after that"));
        assertThat(run.summary()).containsEntry("archived", 1L).containsEntry("failed", 0L);
        assertThat(run.out()).contains("1 copied (12 B), 0 failed, 1 archived, 0 skipped");
        assertThat(Collections.frequency(source.requests(), "GET src/cold")).isEqualTo(1);
        assertThat(destination.bucket("dst")).containsOnlyKeys("warm");

        MirrorRun later = mirror.run("from://src->to://dst");

        assertThat(later.keys("copied")).containsExactly("cold");
        assertThat(destination.bucket("dst")).containsOnlyKeys("cold", "warm");
    }

    @Test
    void namesItWhenTheServerWasToCopyIt() {
        source.object("src", "cold", "cold content").bucket("dst");
        source.next("PUT dst/cold", Answer.text(403, REFUSAL));

        MirrorRun run = mirror.run("from://src->from://dst");

        assertThat(run.exitCode()).as("%s", run).isZero();
        assertThat(run.object("cold")).satisfies(cold -> {
            assertThat(cold.result()).isEqualTo("archived");
            assertThat(cold.attempts()).isEqualTo(1);
        });
        assertThat(source.requests()).doesNotContain("GET src/cold");
        assertThat(source.bucket("dst")).isEmpty();
    }
}
