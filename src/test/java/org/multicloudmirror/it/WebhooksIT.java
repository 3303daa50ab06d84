package org.multicloudmirror.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.multicloudmirror.it.process.Mirror;
import org.multicloudmirror.it.process.MirrorRun;
import org.multicloudmirror.it.servers.CertificateAuthority;
import org.multicloudmirror.it.servers.FakeProxy;
import org.multicloudmirror.it.servers.FakeS3;
import org.multicloudmirror.it.servers.FakeWebhook;
import org.multicloudmirror.it.servers.ObjectAnswer;
import org.multicloudmirror.it.servers.ScriptedSmtp;
import org.multicloudmirror.it.servers.SilentServer;

/** Webhooks and pings, as those get them who are told. */
class WebhooksIT {

    private static final String SCENARIO = "from://src->to://dst";
    private static final String PATH = "/services/PlantedPath?key=PlantedKey";
    private static final String SECRET = "PlantedSecret";

    private final FakeS3 source = new FakeS3();
    private final FakeS3 destination = new FakeS3();
    private final FakeWebhook team = new FakeWebhook();
    private final Path directory;
    private final Mirror mirror;

    WebhooksIT(@TempDir Path directory) {
        this.directory = directory;
        mirror = Mirror.inThisProcess(directory)
                .store("from", source.asStore())
                .store("to", destination.asStore())
                .setting("mirror.retries", 0)
                .setting("mirror.state-dir", directory.resolve("state"))
                .setting("mirror.webhooks.team.url", team.url(PATH));
    }

    @BeforeEach
    void start() {
        source.object("src", "a", "1").object("src", "b", "22");
    }

    @AfterEach
    void close() {
        team.close();
        source.close();
        destination.close();
    }

    @Test
    void areToldInJsonAndSigned() throws Exception {
        MirrorRun run = mirror.setting("mirror.webhooks.team.secret", SECRET).run("--webhook", "team", SCENARIO);

        assertThat(run.exitCode()).as("%s", run).isZero();
        assertThat(run.errLines()).isEmpty();
        assertThat(team.targets()).containsExactly("POST " + PATH);
        FakeWebhook.Post post = team.posts().get(0);
        assertThat(post.headers())
                .containsEntry("Content-Type", "application/json; charset=UTF-8")
                .containsEntry("User-Agent", "multi-cloud-mirror");
        JsonNode body = new ObjectMapper().readTree(post.body());
        assertThat(body.get("status").asText()).isEqualTo("ok");
        assertThat(body.get("recovered").asBoolean()).isFalse();
        assertThat(body.get("id").asText()).isEqualTo(post.headers().get("webhook-id"));
        assertThat(body.at("/summary/scenarios/0/copied").asInt()).isEqualTo(2);
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(UTF_8), "HmacSHA256"));
        String signed =
                post.headers().get("webhook-id") + "." + post.headers().get("webhook-timestamp") + "." + post.body();
        assertThat(post.headers())
                .containsEntry(
                        "webhook-signature",
                        "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(UTF_8))));
    }

    @Test
    void areToldAsSlackIs() throws Exception {
        mirror.setting("mirror.webhooks.team.form", "slack").run("--webhook", "team", SCENARIO);

        JsonNode body = new ObjectMapper().readTree(team.posts().get(0).body());
        assertThat(body.properties()).hasSize(1);
        assertThat(body.get("text").asText()).contains(": OK\nfrom://src-&gt;to://dst: 2 copied (3 B)");
        assertThat(team.posts().get(0).headers()).doesNotContainKey("webhook-signature");
    }

    @Test
    void areTriedAgainUntilTheyAnswer() {
        team.then(500).then(429, "Retry-After", "1");

        MirrorRun run = mirror.run("--webhook", "team", SCENARIO);

        assertThat(run.errLines()).isEmpty();
        assertThat(team.posts()).hasSize(3);
        assertThat(team.posts().stream().map(FakeWebhook.Post::body).distinct())
                .as("the same with the same id")
                .hasSize(1);
    }

    @Test
    void areNotTriedAgainWhenThatIsOfNoUse() {
        team.then(404);
        MirrorRun gone = mirror.run("--webhook", "team", SCENARIO);
        team.then(302, "Location", team.url("/elsewhere"));
        MirrorRun moved = mirror.run("--webhook", "team", SCENARIO);
        team.then(503, "Retry-After", "100").then(200);
        MirrorRun busy = mirror.setting("mirror.report.deadline", 5).run("--webhook", "team", SCENARIO);

        assertThat(List.of(gone.exitCode(), moved.exitCode(), busy.exitCode())).containsOnly(0);
        assertThat(team.posts()).hasSize(3);
        assertTold(gone, "answers 404; check its URL");
        assertTold(moved, "answers 302, a redirect, which is not followed; set the URL that it leads to");
        assertTold(busy, "answers 503 and asks for 100 s of patience, more than mirror.report.deadline leaves");
    }

    @Test
    @Timeout(60)
    void haveADeadline() {
        try (SilentServer silent = new SilentServer()) {
            long began = System.nanoTime();
            MirrorRun run = mirror.setting("mirror.webhooks.silent.url", "http://127.0.0.1:" + silent.port() + PATH)
                    .setting("mirror.report.deadline", 2)
                    .run("--webhook", "silent,team", SCENARIO);

            assertThat(run.exitCode()).isZero();
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(30));
            assertThat(silent.connections()).isPositive();
            assertThat(team.posts()).as("the others are told").hasSize(1);
            assertTold(run, "webhook silent: 127.0.0.1:" + silent.port() + ": no ");
        }
    }

    @Test
    void trustTheAuthorityOfTheProgramAndNoOther() {
        CertificateAuthority authority = new CertificateAuthority(directory);
        try (FakeWebhook tls = new FakeWebhook(authority.server("dns:localhost"))) {
            mirror.setting("mirror.webhooks.tls.url", tls.url(PATH)).setting("mirror.report.retries", 0);
            MirrorRun stranger = mirror.run("--webhook", "tls", SCENARIO);
            MirrorRun trusted =
                    mirror.setting("mirror.http.ca", authority.certificate()).run("--webhook", "tls", SCENARIO);

            assertTold(stranger, "webhook tls: localhost:");
            assertThat(stranger.err())
                    .contains(": TLS failed, nobody who is trusted vouches for the server's certificate; set"
                            + " mirror.http.ca to a PEM file with its certificate authority");
            assertThat(trusted.errLines()).isEmpty();
            assertThat(tls.posts()).hasSize(1);
        }
    }

    @Test
    void sayWhatToMendWhereNobodyIsReached() throws IOException {
        int closed;
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = server.getLocalPort();
        }
        try (ScriptedSmtp plain = ScriptedSmtp.plain(1)) {
            mirror.setting("mirror.report.retries", 0)
                    .setting("mirror.webhooks.plain.url", "https://127.0.0.1:" + plain.port() + PATH)
                    .setting("mirror.webhooks.down.url", "http://127.0.0.1:" + closed);

            MirrorRun run = mirror.run("--webhook", "plain,down", SCENARIO);

            assertTold(run, "Unsupported or unrecognized SSL message; check the port, and whether it is https or http");
            assertThat(run.errLines())
                    .anyMatch(line -> line.contains("webhook down: 127.0.0.1:" + closed + ": no connection: ")
                            && line.endsWith("; check the endpoint and the network"));
        }
    }

    @Test
    void areGivenUpAtOnceWhenMoreIsAskedThanTheDeadlineLeaves() {
        team.then(429, "Retry-After", "3600").then(200);

        MirrorRun run = mirror.run("--webhook", "team", SCENARIO);

        assertThat(team.posts()).hasSize(1);
        assertTold(run, "answers 429 and asks for 3600 s of patience, more than mirror.report.deadline leaves");
    }

    @Test
    void takeTheProxyOfTheProgram() {
        try (FakeProxy proxy = new FakeProxy("")) {
            mirror.setting("mirror.http.proxy", "http://127.0.0.1:" + proxy.port())
                    .setting("mirror.http.no-proxy", "127.0.0.1")
                    .run("--webhook", "team", SCENARIO);

            assertThat(team.posts()).hasSize(1);
            assertThat(proxy.requests()).hasSize(1);
        }
    }

    @Test
    void areToldWhenTheirPolicySaysSo() {
        mirror.setting("mirror.webhooks.team.when", "on-failure,on-recovery");
        mirror.run("--webhook", "team", SCENARIO);
        assertThat(team.posts()).as("well from the beginning").isEmpty();

        source.object("src", "c", "333").next("GET src/c", new ObjectAnswer("333".getBytes(UTF_8)).half());
        mirror.run("--webhook", "team", SCENARIO);
        assertThat(team.posts()).hasSize(1);
        assertThat(team.posts().get(0).body()).contains("\"status\":\"some-failed\"", "\"recovered\":false");
        mirror.run("--webhook", "team", SCENARIO);
        mirror.run("--webhook", "team", SCENARIO);
        assertThat(team.posts()).as("well again, once").hasSize(2);
        assertThat(team.posts().get(1).body()).contains("\"status\":\"ok\"", "\"recovered\":true");
    }

    @Test
    void pingsAreCalledAtTheStartAndTheEnd() throws Exception {
        Path url = Files.writeString(directory.resolve("ping"), team.url("/ping/PlantedId?key=1\n"));
        mirror.setting("mirror.pings.nightly.url", "file:" + url)
                .setting("mirror.pings.other.failure", team.url("/failed"))
                .setting("mirror.report.retries", 0);

        mirror.run("--ping", "nightly,other", SCENARIO);
        mirror.run("--ping", "nightly,other", "from://missing->to://dst");
        mirror.run("--ping", "nightly,other", "--dry-run", SCENARIO);

        assertThat(team.targets().subList(0, 3))
                .containsExactly(
                        "GET /ping/PlantedId/start?key=1",
                        "GET /ping/PlantedId?key=1",
                        "GET /ping/PlantedId/start?key=1");
        assertThat(team.targets().subList(3, 5))
                .as("at the same time")
                .containsExactlyInAnyOrder("GET /ping/PlantedId/fail?key=1", "GET /failed");
        assertThat(team.targets()).as("none by a dry run").hasSize(5);
    }

    @Test
    void aNameThatIsNotSetEndsTheProgram() {
        MirrorRun run = mirror.run("--webhook", "teem", SCENARIO);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.errLines())
                .singleElement()
                .asString()
                .contains(
                        "mirror.webhook (from --webhook) is \"teem\"; write one or more of team (did you mean \"team\"?)");
    }

    private static void assertTold(MirrorRun run, String what) {
        assertThat(run.err())
                .contains(" ERROR mirror-notice failed, the run stands: webhook ", what)
                .doesNotContain("Planted", "elsewhere");
        assertThat(run.out()).doesNotContain("Planted");
    }
}
