package org.multicloudmirror.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.multicloudmirror.app.Deliveries;
import org.multicloudmirror.it.servers.FakeWebhook;
import org.multicloudmirror.it.servers.SilentServer;
import org.multicloudmirror.mirror.run.RunStatus;
import org.multicloudmirror.storage.RejectedException;
import org.multicloudmirror.testing.FakeRequests.Operation;
import org.multicloudmirror.testing.FakeStore;
import org.multicloudmirror.testing.Logged;
import org.multicloudmirror.testing.ScheduledText;

/** Who is told of runs may take as long as they like: the schedule goes on. */
@Timeout(120)
class StalledDeliveriesTest {

    private static final String SELDOM = "0 0 3 1 1 ?";

    private final SilentServer silent = new SilentServer();
    private final FakeWebhook webhook = new FakeWebhook();
    private final FakeStore source = new FakeStore();
    private final Path directory;
    private final FakeService service;

    StalledDeliveriesTest(@TempDir Path directory) {
        this.directory = directory;
        source.with("a", "1", "1");
        service = new FakeService(
                directory,
                directory.resolve("scenarios.yaml"),
                source,
                Map.of(
                        "MIRROR_MAIL_HOST",
                        "127.0.0.1",
                        "MIRROR_MAIL_PORT",
                        String.valueOf(silent.port()),
                        "MIRROR_MAIL_FROM",
                        "mirror@example.org",
                        "MIRROR_REPORT_DEADLINE",
                        "20",
                        "MIRROR_REPORT_RETRIES",
                        "0",
                        "MIRROR_WEBHOOKS_SILENT_URL",
                        "http://127.0.0.1:" + silent.port() + "/hook",
                        "MIRROR_PINGS_SILENT_START",
                        "http://127.0.0.1:" + silent.port() + "/start",
                        "MIRROR_WEBHOOKS_TEAM_URL",
                        webhook.url("/hook")));
    }

    @AfterEach
    void close() {
        silent.close();
        service.close();
        webhook.close();
    }

    @Test
    void aMailServerThatStallsDelaysNoRun() throws IOException {
        schedule("to", "joe@example.org");

        assertRunsGoOn();
    }

    @Test
    void norDoesAWebhook() throws IOException {
        schedule("webhook", "silent");

        assertRunsGoOn();
    }

    @Test
    void norDoesAPingAtTheStart() throws IOException {
        schedule("ping", "silent");

        assertRunsGoOn();
    }

    private void assertRunsGoOn() throws IOException {
        assertThat(service.runs().run("one")).isEqualTo(RunStatus.OK);
        await().until(() -> silent.connections() > 0);
        long began = System.nanoTime();

        for (int i = 0; i < 3; i++) {
            assertThat(service.runs().run("one")).isEqualTo(RunStatus.OK);
            assertThat(service.runs().run("other")).isEqualTo(RunStatus.OK);
        }

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(15));
        assertThat(silent.connections()).as("the first is still being told").isOne();
        assertThat(Files.readAllLines(directory.resolve("history.jsonl"))).hasSize(7);
    }

    @Test
    void ofOneScenarioAllIsToldInOrder() {
        schedule("webhook", "team");

        List<RunStatus> ended =
                Stream.generate(() -> service.runs().run("one")).limit(5).toList();
        await().until(() -> webhook.posts().size() == 5);

        assertThat(ended).containsOnly(RunStatus.OK);
        assertThat(webhook.posts().stream().map(post -> post.body().replaceAll(".*\"started\":\"([^\"]+)\".*", "$1")))
                .isSorted();
    }

    /** On call is told by another webhook, or by mail, while the first one stalls. */
    @Test
    void oneThatStallsHoldsUpNoOther() {
        schedule("webhook", "silent,team");

        assertThat(service.runs().run("one")).isEqualTo(RunStatus.OK);
        await().until(() -> webhook.posts().size() == 1);

        assertThat(silent.connections()).as("it is still being told").isOne();
    }

    @Test
    void noFailureIsGivenUpForOnesThatAreOk() {
        schedule("to", "joe@example.org");

        try (Logged logged = Logged.of(Deliveries.class)) {
            service.runs().run("one");
            source.with("a", "2", "2").requests().fail(Operation.GET, "2", 1, new RejectedException("no"));
            RunStatus failed = service.runs().run("one");
            source.objects("a").remove("2");
            for (int i = 0; i < 25; i++) {
                service.runs().run("one");
            }

            assertThat(failed).isEqualTo(RunStatus.SOME_FAILED);
            assertThat(logged.lines())
                    .filteredOn(line -> line.startsWith("ERROR nobody is told of run "))
                    .hasSize(6)
                    .allMatch(line -> line.contains(" (ok): "));
            assertThat(service.metrics().text())
                    .contains("mirror_deliveries_total{kind=\"report\",result=\"failed\"} 6.0");
        }
    }

    @Test
    void theOldestIsGivenUpAndThatIsTold() {
        schedule("to", "joe@example.org");

        try (Logged logged = Logged.of(Deliveries.class)) {
            for (int i = 0; i < 23; i++) {
                service.runs().run("one");
            }
            assertThat(logged.lines())
                    .filteredOn(line -> line.startsWith("ERROR nobody is told of run "))
                    .hasSize(2)
                    .allMatch(line -> line.endsWith(" of s3://a->cf://b (ok): 20 others wait for a mail server, a"
                            + " webhook or a hook; mirror history has it"));
        }
    }

    /** The run with which all begin, and another one beside it. */
    private void schedule(String parameter, String value) {
        assertThat(service.apply(ScheduledText.of("one", "scenario", "s3://a->cf://b", "cron", SELDOM, parameter, value)
                        + ScheduledText.of("other", "scenario", "s3://a->cf://c", "cron", SELDOM)))
                .isEmpty();
    }
}
