package org.multicloudmirror.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.multicloudmirror.it.process.MirrorRun;
import org.multicloudmirror.it.servers.NeedsSwift;
import org.multicloudmirror.it.servers.SwiftAccessLog;
import org.multicloudmirror.it.servers.SwiftClient;

/** Deleting and its guards, in both directions. */
@NeedsSwift
class DeleteIT {

    /** What a request for several may get wrong. */
    static final List<String> EXTRA = List.of(
            "plain",
            " a+b %41 ",
            "/leading",
            "//",
            "dir/",
            "a/../b",
            "line\nbreak\r",
            "<&>\"'",
            "${x}",
            "\u0001",
            "\ue000 \ud800\udc00 e\u0301");

    private static final Map<String, String> META = Map.of("X-Object-Meta-Colour", "red", "Cache-Control", "no-cache");

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
    void deletesAtSwiftInBulk() {
        String from = swift.bucket();
        String to = swift.container();

        deletes(swift.s3(), from, swift.cf(), to, "s3://" + from + "->cf://" + to, "POST");
    }

    @Test
    void deletesAtS3InBulk() {
        String from = swift.container();
        String to = swift.bucket();

        deletes(swift.cf(), from, swift.s3(), to, "cf://" + from + "->s3://" + to, "POST");
    }

    private void deletes(
            SwiftClient source, String from, SwiftClient destination, String to, String scenario, String method) {
        for (String key : List.of("same", "zone/same")) {
            source.put(from, key, key);
            destination.put(to, key, key);
        }
        EXTRA.forEach(key -> destination.put(to, key, key));
        // the S3 API rounds times of modification up to whole seconds: what seems to be younger than the run stays
        Instant written = Instant.now();
        await().until(() -> Instant.now().isAfter(written.plusSeconds(1)));
        int before = swift.requests().size();

        MirrorRun dry = swift.mirror().run("--dry-run", "--delete", "--max-delete=-1", "--min-sync=2", scenario);

        assertThat(dry.exitCode()).as("%s", dry).isZero();
        assertThat(dry.keys("would-delete")).containsExactlyInAnyOrderElementsOf(EXTRA);
        assertThat(dry.outLines().stream().filter(line -> line.startsWith("would delete ")))
                .hasSize(EXTRA.size());
        assertThat(swift.requestsAfter(before))
                .noneMatch(request -> request.method().equals("DELETE"));

        MirrorRun run = swift.mirror().run("--delete", "--max-delete=-1", "--min-sync=2", scenario);

        assertThat(run.exitCode()).as("%s", run).isZero();
        assertThat(run.keys("deleted")).containsExactlyInAnyOrderElementsOf(EXTRA);
        assertThat(destination.keys(to)).containsExactly("same", "zone/same");
        assertThat(swift.requestsAfter(before))
                .extracting(SwiftAccessLog.Entry::method)
                .filteredOn(method::equals)
                .hasSizeLessThanOrEqualTo(1);
        assertThat(swift.mirror().run("--delete", scenario).objects()).isEmpty();
    }

    @Test
    void deletesNothingWhenAGuardTrips() {
        String from = swift.bucket();
        String to = swift.container();
        String scenario = "s3://" + from + "->cf://" + to;
        List<String> all = IntStream.range(0, 20).mapToObj(i -> "k" + (10 + i)).toList();
        all.forEach(key -> swift.cf().put(to, key, "x"));
        assertGuarded("the source lists no object", to, all, "--delete", "--max-delete=-1", "--min-sync=0", scenario);

        all.subList(0, 8).forEach(key -> swift.s3().put(from, key, "x"));
        assertGuarded("12 of 20 objects would be deleted, 2 more than", to, all, "--delete", "--min-sync=0", scenario);
        assertGuarded("12 of 20 objects", to, all, "--delete", "--max-delete=59%", "--min-sync=0", scenario);
        assertGuarded("8 objects are equal, 2 fewer than", to, all, "--delete", "--max-delete=60%", scenario);

        MirrorRun run = swift.mirror().run("--delete", "--max-delete=60%", "--min-sync=8", scenario);

        assertThat(run.exitCode()).as("%s", run).isZero();
        assertThat(swift.cf().keys(to)).isEqualTo(all.subList(0, 8));
        assertThat(swift.mirror()
                        .run(
                                "--delete",
                                "--allow-empty-source",
                                "--min-sync=0",
                                "s3://" + swift.bucket() + "->cf://" + to)
                        .exitCode())
                .isZero();
        assertThat(swift.cf().keys(to)).isEmpty();
    }

    private void assertGuarded(String why, String container, List<String> all, String... arguments) {
        MirrorRun run = swift.mirror().run(arguments);

        assertThat(run.exitCode()).as("%s", run).isEqualTo(5);
        assertThat(run.out()).contains("GUARDED: nothing is deleted: " + why);
        assertThat(swift.cf().keys(container)).isEqualTo(all);
    }

    @Test
    void tellsTheWorstOfSeveralScenarios() {
        String from = swift.bucket();
        String to = swift.container();
        swift.cf().put(to, "extra", "x");
        String guarded = "s3://" + from + "->cf://" + to;

        assertThat(swift.mirror()
                        .run("--delete", guarded, "s3://" + from + "->cf://" + swift.containerName())
                        .exitCode())
                .isEqualTo(5);
        assertThat(swift.mirror()
                        .run("--delete", guarded, "s3://no-such-bucket->cf://" + swift.containerName())
                        .exitCode())
                .isEqualTo(1);
    }

    /** A copy that cannot be made keeps everything. */
    @Test
    void deletesNothingWhenACopyFails() {
        String from = swift.container();
        String to = swift.bucket();
        swift.cf().put(from, "a", "x");
        // one byte more than a key may have below the prefix of the destination
        swift.cf().put(from, "k".repeat(1020), "x");
        swift.s3().put(to, "deeper/extra", "x");

        MirrorRun run = swift.mirror()
                .run("--delete", "--max-delete=-1", "--min-sync=0", "cf://" + from + "->s3://" + to + "/deeper");

        assertThat(run.exitCode()).as("%s", run).isEqualTo(3);
        assertThat(swift.s3().keys(to)).containsExactly("deeper/a", "deeper/extra");
        assertThat(run.err()).contains("nothing is deleted: not everything was listed and copied");
    }

    @Test
    void keepsWhatItDeletesOrOverwrites() {
        String from = swift.bucket();
        String to = swift.container();
        String scenario = "s3://" + from + "->cf://" + to;
        swift.s3().put(from, "changed", "new");
        swift.cf().put(to, "changed", "old".getBytes(UTF_8), META);
        swift.cf().put(to, "gone", "gone".getBytes(UTF_8), META);

        MirrorRun run = swift.mirror().run("--delete", "--min-sync=0", "--backup-prefix=past", scenario);

        assertThat(run.exitCode()).as("%s", run).isZero();
        assertThat(swift.cf().keys(to)).containsExactly("changed", "past/changed", "past/gone");
        assertThat(swift.cf().text(to, "past/changed")).isEqualTo("old");
        assertThat(swift.cf().headers(to, "past/gone")).containsEntry("x-object-meta-colour", "red");
        assertThat(swift.cf().headers(to, "past/gone")).containsEntry("cache-control", "no-cache");
        assertThat(swift.mirror()
                        .run("--delete", "--min-sync=0", "--backup-prefix=past", scenario)
                        .objects())
                .isEmpty();
    }
}
