package org.multicloudmirror.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.multicloudmirror.cloud.Protocol;
import org.multicloudmirror.cloud.ScriptedCloud;
import org.multicloudmirror.cloud.Service;
import org.multicloudmirror.cloud.StoredObject;
import org.multicloudmirror.it.process.Mirror;
import org.multicloudmirror.it.process.MirrorRun;
import org.multicloudmirror.it.process.ServedMirror;
import org.multicloudmirror.it.process.StartedMirror;
import org.multicloudmirror.it.servers.FakeS3;
import org.multicloudmirror.it.servers.ObjectAnswer;
import org.multicloudmirror.storage.LeaseKeys;
import org.multicloudmirror.testing.ScheduledText;

/** Two machines, which share nothing but their destination. */
class LeaseIT {

    private static final String CONTENT = "0123456789";
    private static final ObjectAnswer IT = new ObjectAnswer(CONTENT.getBytes(UTF_8));
    private static final String SCENARIO = "from://src->to://dst";
    private static final Pattern TOKEN = Pattern.compile("\"token\":\"([^\"]+)\"");
    private static final String[] RUN = {"--lease", "20s", SCENARIO};

    private final FakeS3 source = new FakeS3();
    private final ScriptedCloud cloud = ScriptedCloud.start();
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final Path directory;

    LeaseIT(@TempDir Path directory) {
        this.directory = directory;
        source.object("src", "object", CONTENT).next("GET src/object", IT.pausingAfterHalf(reached, goOn));
    }

    @AfterEach
    void close() {
        goOn.countDown();
        source.close();
        cloud.close();
    }

    @ParameterizedTest
    @EnumSource
    void theSecondMachineLeavesTheDestinationAlone(Protocol protocol) {
        Service destination = cloud.service(protocol).createBucket("dst");
        StartedMirror first = machine("one", protocol).start(RUN).awaitUntil(reached);

        MirrorRun second = machine("two", protocol).run(RUN);
        MirrorRun dry = machine("two", protocol).run("--dry-run", "--lease", "20s", SCENARIO);
        List<String> leases = leases(destination);
        MirrorRun listed = machine("two", protocol).run("ls", "-r", "to://dst");
        goOn.countDown();

        assertThat(second.exitCode()).as("%s", second).isEqualTo(4);
        assertThat(second.outLines()).anySatisfy(line -> assertThat(line)
                .matches("from://src->to://dst: \\S+: another run has it: host \\S+, pid " + first.pid()
                        + ", run \\w+, scenario from://src->to://dst, since 20\\S+Z; its lease holds until 20\\S+Z unless"
                        + " it is renewed"));
        assertThat(dry.exitCode()).as("%s", dry).isZero();
        assertThat(leases).hasSize(1);
        assertThat(listed.outLines()).as("%s", listed).noneMatch(line -> line.contains("lease"));
        assertThat(first.await().keys("copied")).containsExactly("object");
        assertThat(destination.keys("dst")).containsExactly("object");
        MirrorRun third = machine("two", protocol).run(RUN);
        assertThat(third.exitCode()).as("%s", third).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void aKilledRunsLeaseEndsByTheClockOfTheStore(Protocol protocol) {
        Service destination = cloud.service(protocol).createBucket("dst");
        machine("one", protocol).start(RUN).awaitUntil(reached).signal("KILL").await();

        MirrorRun early = machine("two", protocol).run(RUN);
        String key = leases(destination).get(0);
        StoredObject lease = destination.object("dst", key).orElseThrow();
        destination.put("dst", key, aged(lease, Duration.ofSeconds(60)));
        MirrorRun later = machine("two", protocol).run(RUN);

        assertThat(early.exitCode()).as("%s", early).isEqualTo(4);
        assertThat(later.exitCode()).as("%s", later).isZero();
        assertThat(destination.keys("dst")).containsExactly("object");
    }

    @ParameterizedTest
    @EnumSource
    void aRunWithoutItsLeaseDeletesNothing(Protocol protocol) {
        Service destination = cloud.service(protocol).createBucket("dst");
        destination.put("dst", "extra", "x");
        StartedMirror first = machine("one", protocol)
                .start("--lease", "20m", "--delete", "--max-delete", "-1", "--min-sync", "0", SCENARIO)
                .awaitUntil(reached);

        leases(destination).forEach(key -> destination.remove("dst", key));
        goOn.countDown();
        MirrorRun run = first.await();

        assertThat(run.exitCode()).as("%s", run).isEqualTo(3);
        assertThat(run.out()).contains("the lease on to://dst is lost: it is gone", "nothing was deleted");
        assertThat(destination.keys("dst")).containsExactly("extra", "object");
    }

    @ParameterizedTest
    @EnumSource
    void aServiceKeepsTheRunsOfOtherMachinesAway(Protocol protocol) throws IOException {
        Service destination = cloud.service(protocol).createBucket("dst");
        ServedMirror service = machine("one", protocol).serve(scheduled("1h"), "--debug");
        try {
            service.process().awaitUntil(reached);
            String token = token(destination);
            String holder =
                    "another run has it: host \\S+, pid " + service.process().pid() + ", run \\w+, ";
            MirrorRun single = machine("two", protocol).run("--debug", "--lease", "20s", SCENARIO);
            goOn.countDown();
            await().until(() -> leases(destination).isEmpty());
            MirrorRun later = machine("two", protocol).run(RUN);

            assertThat(single.exitCode()).as("%s", single).isEqualTo(4);
            assertThat(single.out()).containsPattern(holder);
            assertThat(later.exitCode()).as("%s", later).isZero();
            assertThat(destination.keys("dst")).containsExactly("object");
            assertThat(single.out() + single.err() + service.process().err() + service.metrics())
                    .as("the token of the lease")
                    .doesNotContain(token);
        } finally {
            service.end();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aServiceLeavesTheDestinationOfAnotherMachineAlone(Protocol protocol) throws IOException {
        Service destination = cloud.service(protocol).createBucket("dst");
        StartedMirror single = machine("one", protocol).start(RUN).awaitUntil(reached);
        ServedMirror service = machine("two", protocol).serve(scheduled("1s"));
        try {
            service.awaitMetric("mirror_runs_total{scenario=\"served\",status=\"locked\"}");
            service.awaitErr("another run has it: host ");

            assertThat(leases(destination)).hasSize(1);
            goOn.countDown();
            assertThat(single.await().keys("copied")).containsExactly("object");
            service.awaitOk("served", 1);
        } finally {
            service.end();
        }
        assertThat(destination.keys("dst")).containsExactly("object");
    }

    /** A file of one scenario, which begins at once. */
    private Path scheduled(String every) throws IOException {
        return Files.writeString(
                directory.resolve("scenarios.yaml"),
                ScheduledText.of("served", "scenario", SCENARIO, "every", every, "lease", "20s"));
    }

    private Mirror machine(String name, Protocol protocol) {
        Map<String, String> to = protocol == Protocol.S3 ? cloud.s3Store() : cloud.swiftStore();
        return new Mirror(directory.resolve(name))
                .store("from", source.asStore())
                .store("to", to);
    }

    private static List<String> leases(Service destination) {
        return destination.keys("dst").stream()
                .filter(key -> key.startsWith(LeaseKeys.PREFIX))
                .toList();
    }

    private static String token(Service destination) {
        String key = leases(destination).get(0);
        StoredObject lease = destination.object("dst", key).orElseThrow();
        Matcher token = TOKEN.matcher(new String(lease.content(), UTF_8));
        assertThat(token.find()).isTrue();
        return token.group(1);
    }

    private static StoredObject aged(StoredObject object, Duration by) {
        return new StoredObject(
                object.content(),
                object.etag(),
                object.modified().minus(by),
                object.headers(),
                object.tags(),
                object.parts());
    }
}
