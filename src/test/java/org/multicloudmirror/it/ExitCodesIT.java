package org.multicloudmirror.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.multicloudmirror.it.process.Mirror;
import org.multicloudmirror.it.process.MirrorRun;
import org.multicloudmirror.it.servers.FakeS3;
import org.multicloudmirror.it.servers.ObjectAnswer;
import org.multicloudmirror.it.servers.S3ProxyServer;

/** The exit codes 0, 1 and 3 of the packaged jar, and what it says with them. */
class ExitCodesIT {

    private static final String CONTENT = "x".repeat(1000);
    private static final ObjectAnswer IT = new ObjectAnswer(CONTENT.getBytes(UTF_8));
    private static final String STACK_TRACE = "\tat ";

    private final FakeS3 source = new FakeS3();
    private final FakeS3 destination = new FakeS3();
    private final S3ProxyServer guarded = new S3ProxyServer();
    private final Mirror mirror;

    ExitCodesIT(@TempDir Path directory) {
        mirror = new Mirror(directory).store("from", source.asStore()).store("to", destination.asStore());
    }

    @AfterEach
    void close() {
        source.close();
        destination.close();
        guarded.close();
    }

    @Test
    void zeroWhenAllIsCopiedAndWhenThereIsNothingToDo() {
        source.object("src", "a", "1").object("src", "b", "22").object("src", "large", "x".repeat(2000));
        source.bucket("empty");

        MirrorRun run = mirror.run(
                "--maxsize", "1K", "from://src->to://dst", "from://src->to://dst", "from://empty->to://dst2");

        assertThat(run.exitCode()).as("%s", run).isZero();
        assertThat(run.outLines())
                .satisfiesExactly(
                        first -> assertThat(first)
                                .startsWith("from://src->to://dst: 2 copied (3 B), 0 failed, 1 skipped, 0 unchanged"),
                        second -> assertThat(second)
                                .startsWith("from://src->to://dst: 0 copied, 0 failed, 1 skipped, 2 unchanged"),
                        third -> assertThat(third)
                                .startsWith("from://empty->to://dst2: 0 copied, 0 failed, 0 skipped, 0 unchanged"),
                        total -> assertThat(total)
                                .startsWith("total: 2 copied (3 B), 0 failed, 2 skipped, 2 unchanged"));
        assertThat(run.objects())
                .filteredOn(line -> line.result().equals("skipped"))
                .hasSize(2)
                .allSatisfy(line -> {
                    assertThat(line.key()).isEqualTo("large");
                    assertThat(line.reason()).isEqualTo("larger than --maxsize");
                });
        assertThat(destination.bucket("dst")).containsOnlyKeys("a", "b");
        assertThat(destination.requests()).contains("PUT dst2");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void oneWhenAScenarioCannotRun() throws IOException {
        source.object("src", "a", "1");
        Map<String, String> stranger = new HashMap<>(guarded.asStore());
        stranger.put("secret-key", "wrong");
        String nowhere = "http://127.0.0.1:" + closedPort();
        mirror.store("stranger", stranger)
                .store("nowhere", Map.of("driver", "s3", "endpoint", nowhere, "access-key", "a", "secret-key", "b"))
                .store(
                        "noauth",
                        Map.of(
                                "endpoint",
                                nowhere + "/auth/v1.0",
                                "driver",
                                "jclouds",
                                "identity",
                                "a",
                                "credential",
                                "b"));

        MirrorRun run = mirror.run(
                "--no-create",
                "from://src->stranger://dst",
                "from://missing->to://dst",
                "from://src->to://missing",
                "nowhere://src->to://dst",
                "from://src->noauth://dst");

        assertThat(run.exitCode()).as("%s", run).isEqualTo(1);
        assertThat(run.outLines())
                .satisfiesExactly(
                        denied -> assertThat(denied)
                                .startsWith("from://src->stranger://dst: COULD NOT RUN: listing stranger://dst: 403 ")
                                .contains("; check the secret key of store stranger, and its region; "),
                        missing -> assertThat(missing)
                                .isEqualTo(
                                        "from://missing->to://dst: COULD NOT RUN: the source from://missing does not exist; check its"
                                                + " name and the account of store from"),
                        notMade -> assertThat(notMade)
                                .isEqualTo(
                                        "from://src->to://missing: COULD NOT RUN: the destination to://missing does not exist; create"
                                                + " it or leave out --no-create"),
                        unreachable -> assertThat(unreachable)
                                .startsWith("nowhere://src->to://dst: COULD NOT RUN: " + nowhere + ": "),
                        unknown -> assertThat(unknown)
                                .startsWith("from://src->noauth://dst: COULD NOT RUN: store noauth (openstack-swift at "
                                        + nowhere
                                        + "/auth/v1.0): the identity service cannot be reached; check"
                                        + " mirror.stores.noauth.endpoint and the network ("),
                        total -> assertThat(total).startsWith("total: 0 copied, 0 failed, 0 skipped, 0 unchanged"));
        assertThat(destination.requests()).doesNotContain("PUT missing");
        assertThat(run.err()).doesNotContain(STACK_TRACE);
    }

    @Test
    void threeWhenSomeObjectsFailed() {
        List.of("cut off", "corrupt", "fine", "well").forEach(key -> source.object("src", key, CONTENT));
        source.always("GET src/cut off", IT.half()).always("GET src/corrupt", IT.corrupt());
        destination.object("dst", "corrupt", "the old one");

        MirrorRun run = mirror.run("from://src->to://dst");

        assertThat(run.exitCode()).as("%s", run).isEqualTo(3);
        assertThat(run.keys("copied")).containsExactlyInAnyOrder("fine", "well");
        assertThat(run.object("cut off")).satisfies(line -> {
            assertThat(line.result()).isEqualTo("failed");
            assertThat(line.attempts()).isEqualTo(7);
            assertThat(line.reason()).startsWith("from://src/cut off: it broke off after 500 of 1000 bytes: ");
        });
        assertThat(run.object("corrupt")).satisfies(line -> {
            assertThat(line.result()).isEqualTo("failed");
            assertThat(line.attempts()).isEqualTo(7);
            assertThat(line.reason())
                    .matches("from://src/corrupt: the bytes read have MD5 [0-9a-f]{32}, its ETag says [0-9a-f]{32};"
                            + " look for a proxy or a service that changes or unpacks what passes");
        });
        assertThat(destination.bucket("dst")).containsOnlyKeys("corrupt", "fine", "well");
        assertThat(destination.bucket("dst").get("corrupt")).asString(UTF_8).isEqualTo("the old one");
        assertThat(run.out()).startsWith("from://src->to://dst: 2 copied (2.0 kB), 2 failed, 0 skipped, 0 unchanged");
        assertThat(run.err()).doesNotContain(STACK_TRACE);
    }

    @Test
    void oneBeforeThree() {
        source.object("src", "cut off", CONTENT).object("src", "fine", CONTENT).always("GET src/cut off", IT.half());

        MirrorRun run = mirror.run("from://src->to://dst", "from://missing->to://dst", "from://src->to://dst2");

        assertThat(run.exitCode()).as("%s", run).isEqualTo(1);
        assertThat(run.summary()).containsEntry("status", "could-not-run").containsEntry("failed", 2L);
        assertThat(destination.bucket("dst2")).as("what comes after still runs").containsOnlyKeys("fine");
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
