package org.multicloudmirror.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.multicloudmirror.delivery.Delivery;
import org.multicloudmirror.delivery.RunReport;
import org.multicloudmirror.http.HttpRoute;
import org.multicloudmirror.it.servers.FakeWebhook;
import org.multicloudmirror.it.servers.SilentServer;
import org.multicloudmirror.mirror.run.Report;
import org.multicloudmirror.mirror.run.RunStatus;
import org.multicloudmirror.mirror.run.Summary;
import org.multicloudmirror.scenario.ScenarioParser;
import org.multicloudmirror.settings.Settings;
import org.multicloudmirror.settings.SettingsLoader;

/** One attempt to tell somebody: what is sent, and what it means when it is not taken. */
class NoticesTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final String SECRET = "planted";

    private final String state;
    private final FakeWebhook team = new FakeWebhook();
    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final List<RunReport> reports = new ArrayList<>();

    NoticesTest(@TempDir Path directory) {
        state = directory.toString();
    }

    @AfterEach
    void close() throws IOException {
        reports.forEach(RunReport::close);
        camel.close();
        team.close();
    }

    @Test
    void aPostIsSignedWithWhatItIsSentWith() throws IOException {
        Notices notices = notices(MINUTE);

        notices.send(composed(notices, webhook(Map.of("MIRROR_WEBHOOKS_TEAM_SECRET", SECRET))));

        FakeWebhook.Post post = team.posts().get(0);
        long sent = Long.parseLong(post.headers().getOrDefault("webhook-timestamp", ""));
        assertThat(Instant.ofEpochSecond(sent)).isBetween(Instant.now().minus(MINUTE), Instant.now());
        assertThat(post.headers())
                .containsEntry(
                        "webhook-signature",
                        Signature.of(SECRET, post.headers().getOrDefault("webhook-id", ""), sent, post.body()));
    }

    @Test
    void withoutASecretItIsNot() throws IOException {
        Notices notices = notices(MINUTE);

        notices.send(composed(notices, webhook(Map.of())));

        assertThat(team.posts().get(0).headers()).doesNotContainKey("webhook-signature");
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 503})
    void whatMayPassIsTriedAgain(int status) throws IOException {
        Notices notices = notices(MINUTE);
        Exchange exchange = composed(notices, webhook(Map.of()));
        team.then(status);

        assertThatThrownBy(() -> notices.send(exchange))
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(RefusedNoticeException.class)
                .hasMessageEndingWith(" answers " + status);
        notices.send(exchange);

        assertThat(team.posts()).hasSize(2);
        assertThat(team.posts().get(1).headers().get("webhook-id"))
                .as("the same notice")
                .isEqualTo(team.posts().get(0).headers().get("webhook-id"));
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 400, 401, 404, 410})
    void whatStaysIsNot(int status) {
        Notices notices = notices(MINUTE);
        Exchange exchange = composed(notices, webhook(Map.of()));
        team.then(status, "Location", team.url("/elsewhere"));

        assertThatThrownBy(() -> notices.send(exchange))
                .isInstanceOf(RefusedNoticeException.class)
                .hasMessageContaining(" answers " + status);
        assertThat(team.posts()).as("a redirect is not followed").hasSize(1);
    }

    @Test
    void aPauseIsKeptOnce() throws IOException {
        Notices notices = notices(Duration.ofMinutes(5));
        Exchange exchange = composed(notices, webhook(Map.of()));
        team.then(503, "Retry-After", "7").then(503, "Retry-After", "240").then(503);

        assertThat(pause(notices, exchange)).isEqualTo(7_000L);
        assertThat(pause(notices, exchange)).as("a minute at most").isEqualTo(60_000L);
        assertThat(pause(notices, exchange)).as("as the route has it").isNull();
    }

    @Test
    void aPauseThatIsLongerThanItsTimeIsARefusal() {
        Notices notices = notices(MINUTE);
        Exchange exchange = composed(notices, webhook(Map.of()));
        team.then(429, "Retry-After", "60");

        assertThatThrownBy(() -> notices.send(exchange))
                .isInstanceOf(RefusedNoticeException.class)
                .hasMessageEndingWith(
                        " answers 429 and asks for 60 s of patience, more than mirror.report.deadline leaves");
    }

    @Test
    void whoseTimeIsOverIsNotAskedAgain() {
        Notices notices = notices(Duration.ofMillis(199));
        Exchange exchange = composed(notices, webhook(Map.of()));

        assertThatThrownBy(() -> notices.send(exchange))
                .isInstanceOf(RefusedNoticeException.class)
                .hasMessageEndingWith("no success within mirror.report.deadline");
        assertThat(team.posts()).isEmpty();
    }

    /** Sooner than a silence of 20 seconds would end it. */
    @Test
    @Timeout(15)
    void anAnswerThatDoesNotComeIsCutOff() {
        try (SilentServer silent = new SilentServer()) {
            Notices notices = notices(Duration.ofSeconds(1));
            Exchange exchange = composed(
                    notices,
                    webhook(Map.of("MIRROR_WEBHOOKS_TEAM_URL", "http://127.0.0.1:" + silent.port() + "/planted")));

            assertThatThrownBy(() -> notices.send(exchange))
                    .isInstanceOf(IOException.class)
                    .isNotInstanceOf(RefusedNoticeException.class)
                    .hasMessage("webhook team: 127.0.0.1:" + silent.port() + ": no answer in 0 s");
        }
    }

    @ParameterizedTest(name = "{0} after {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
                    always                  | OK            | true
                    on-change               | OK            | false
                    on-change               | SOME_FAILED   | true
                    on-failure              | OK            | false
                    on-failure              | COULD_NOT_RUN | true
                    on-failure,on-recovery  | OK            | false
                    """)
    void aWebhookIsToldWhenItsPolicySaysSo(String when, RunStatus status, boolean isTold) {
        Settings settings = settings(Map.of("MIRROR_WEBHOOKS_TEAM_WHEN", when));

        assertThat(notices(MINUTE).webhooks(delivery(settings, status))).hasSize(isTold ? 1 : 0);
    }

    @Test
    void pingsAreCalledAtTheirTimes() throws IOException {
        Settings settings =
                settings(Map.of("MIRROR_PING", "nightly", "MIRROR_PINGS_NIGHTLY_URL", team.url("/id/?key=1")));
        Notices notices = notices(MINUTE);

        notices.send(composed(notices, notices.startPings(settings).get(0)));
        for (RunStatus end : List.of(RunStatus.OK, RunStatus.SOME_FAILED, RunStatus.INTERRUPTED)) {
            notices.send(
                    composed(notices, notices.pings(delivery(settings, end)).get(0)));
        }

        assertThat(team.targets())
                .containsExactly("GET /id/start?key=1", "GET /id/?key=1", "GET /id/fail?key=1", "GET /id/fail?key=1");
    }

    private static Notices notices(Duration most) {
        return new Notices(() -> new HttpRoute(MINUTE, MINUTE), most);
    }

    private static Long pause(Notices notices, Exchange exchange) {
        assertThat(catchThrowable(() -> notices.send(exchange))).isExactlyInstanceOf(IOException.class);
        return exchange.getMessage().getHeader(Exchange.REDELIVERY_DELAY, Long.class);
    }

    private Exchange composed(Notices notices, Notice notice) {
        Exchange exchange = new DefaultExchange(camel);
        exchange.getMessage().setBody(notice);
        notices.compose(exchange);
        return exchange;
    }

    private Notice webhook(Map<String, String> more) {
        return notices(MINUTE).webhooks(delivery(settings(more), RunStatus.OK)).get(0);
    }

    private Settings settings(Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(Map.of(
                "MIRROR_WEBHOOK", "team", "MIRROR_WEBHOOKS_TEAM_URL", team.url("/hook"), "MIRROR_STATE_DIR", state));
        environment.putAll(more);
        return new SettingsLoader().environment(environment).load();
    }

    private Delivery delivery(Settings settings, RunStatus status) {
        Summary summary = Summary.unfinished(
                "1a2b3c4d", new ScenarioParser(settings.stores()).parse("s3://a->cf://b"), Instant.EPOCH, status, "");
        RunReport runReport = new RunReport(settings, false);
        reports.add(runReport);
        return new Delivery(new Report(Instant.EPOCH, Duration.ZERO, List.of(summary)), runReport, settings, false);
    }
}
