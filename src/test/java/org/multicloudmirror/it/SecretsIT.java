package org.multicloudmirror.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.multicloudmirror.it.process.Crypto;
import org.multicloudmirror.it.process.Mirror;
import org.multicloudmirror.it.process.MirrorRun;
import org.multicloudmirror.it.process.ServedMirror;
import org.multicloudmirror.it.process.StartedMirror;
import org.multicloudmirror.it.servers.Answer;
import org.multicloudmirror.it.servers.CertificateAuthority;
import org.multicloudmirror.it.servers.FakeS3;
import org.multicloudmirror.it.servers.FakeSwift;
import org.multicloudmirror.it.servers.FakeWebhook;
import org.multicloudmirror.testing.ScheduledText;

/**
 * No secret shows anywhere that somebody else may read, whatever goes wrong, however much is logged and whoever's code
 * encrypts.
 */
@ParameterizedClass(name = "{0}")
@EnumSource
class SecretsIT {

    private static final String SECRET_KEY = "PlantedSecretKey0123456789/+abcdef";
    private static final String CREDENTIAL = "PlantedCredential&?%<secret>";
    private static final String TOKEN = "AUTH_tkPlantedToken";
    private static final String PASSWORD = "PlantedMailPassword";
    private static final String WRONG = "PlantedWrongSecret";
    private static final List<String> SECRETS = List.of(SECRET_KEY, CREDENTIAL, TOKEN, PASSWORD, WRONG, "Planted");

    /** Services quote what they refuse, and more than they should. */
    private static final String NOSY_ERROR = "<Error><Code>SignatureDoesNotMatch</Code><Message>no</Message>"
            + "<StringToSign>AWS4-HMAC-SHA256</StringToSign></Error>";

    @SuppressWarnings("NullAway.Init")
    private static Path certificate;

    @SuppressWarnings("NullAway.Init")
    private static SSLContext identity;

    private final GreenMail mails =
            new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP).dynamicPort());
    private final FakeS3 s3 = new FakeS3(identity);
    private final FakeSwift swift = new FakeSwift(CREDENTIAL, TOKEN);
    private final FakeWebhook webhook = new FakeWebhook();
    private final Crypto crypto;
    private final Path directory;
    private final Mirror mirror;

    SecretsIT(Crypto crypto, @TempDir Path directory) {
        this.crypto = crypto;
        this.directory = directory;
        mirror = new Mirror(directory).nativeLibraries(crypto.libraries()).setting("mirror.http.ca", certificate);
    }

    @BeforeAll
    static void vouch(@TempDir Path keys) {
        CertificateAuthority authority = new CertificateAuthority(keys);
        certificate = authority.certificate();
        identity = authority.server("dns:localhost");
    }

    @BeforeEach
    void start() {
        mails.start();
        mails.setUser("joe@example.org", "mirror-user", PASSWORD);
        mails.getUserManager().setAuthRequired(true);
        s3.object("src", "a", "1").object("src", "b", "22").object("denied", "a", "1");
        s3.always("LIST denied", Answer.text(403, NOSY_ERROR));
        mirror.setting("mirror.mail.host", "127.0.0.1")
                .setting("mirror.mail.port", mails.getSmtp().getPort())
                .setting("mirror.mail.from", "mirror@example.org")
                .setting("mirror.mail.to", "joe@example.org")
                .setting("mirror.mail.username", "mirror-user")
                .setting("mirror.mail.tls", "none")
                .setting("mirror.webhooks.team.url", webhook.url("/services/PlantedPath?key=PlantedKey"))
                .setting("mirror.webhooks.team.secret", "PlantedWebhookSecret")
                .setting("mirror.webhook", "team")
                .setting("mirror.pings.nightly.url", webhook.url("/ping/PlantedId"))
                .setting("mirror.ping", "nightly")
                .setting("mirror.report.retries", 0)
                .setting("mirror.stores.s3.endpoint", s3.endpoint())
                .setting("mirror.stores.s3.access-key", "AKIAEXAMPLE")
                .setting("mirror.stores.cf.endpoint", swift.url() + "/auth/v1.0")
                .setting("mirror.stores.cf.identity", "test:tester");
    }

    @AfterEach
    void close() {
        mails.stop();
        webhook.close();
        s3.close();
        swift.close();
    }

    @Test
    void whenTheyComeFromAFile() throws Exception {
        mirror.setting("mirror.stores.s3.secret-key", SECRET_KEY)
                .setting("mirror.stores.cf.credential", CREDENTIAL)
                .setting("mirror.mail.password", PASSWORD);

        assertAllGoesWellInSecret();
    }

    @Test
    void whenTheyComeFromTheEnvironment() throws Exception {
        mirror.variable("MIRROR_STORES_S3_SECRET_KEY", SECRET_KEY)
                .variable("MIRROR_STORES_CF_CREDENTIAL", CREDENTIAL)
                .variable("MIRROR_MAIL_PASSWORD", PASSWORD);

        assertAllGoesWellInSecret();
    }

    @Test
    void whenTheyComeThroughCamelsOwnProperty() throws Exception {
        mirror.setting("camel.component.aws2-s3.secret-key", SECRET_KEY)
                .setting("camel.component.aws2-s3.access-key", "AKIAEXAMPLE")
                .setting("mirror.stores.s3.access-key", "")
                .setting("mirror.stores.cf.credential", CREDENTIAL)
                .setting("mirror.mail.password", PASSWORD);

        assertAllGoesWellInSecret();
    }

    @Test
    void whenTheyComeFromTheFilesOfOtherTools() throws Exception {
        mirror.setting("mirror.stores.s3.access-key", "")
                .setting("mirror.stores.cf.identity", "")
                .setting("mirror.mail.password", PASSWORD)
                .inHome(
                        ".boto",
                        "[Credentials]\naws_access_key_id = AKIAEXAMPLE\naws_secret_access_key = " + SECRET_KEY + "\n")
                .inHome(
                        ".cloudfiles.cfg",
                        "[Credentials]\nusername = test:tester\napi_key = " + CREDENTIAL + "\nauthurl = " + swift.url()
                                + "/auth/v1.0\n");

        assertAllGoesWellInSecret();
    }

    @Test
    void whenTheyComeFromTheVariablesOfOtherTools() throws Exception {
        mirror.setting("mirror.stores.s3.access-key", "")
                .setting("mirror.stores.cf.identity", "")
                .setting("mirror.mail.password", PASSWORD)
                .variable("AWS_ACCESS_KEY_ID", "AKIAEXAMPLE")
                .variable("AWS_SECRET_ACCESS_KEY", SECRET_KEY)
                .variable("OS_AUTH_URL", swift.url() + "/auth/v1.0")
                .variable("OS_USERNAME", "test:tester")
                .variable("OS_PASSWORD", CREDENTIAL);

        assertAllGoesWellInSecret();
    }

    @Test
    void whenHalfOfThemIsMissing() {
        mirror.setting("mirror.stores.s3.access-key", "")
                .setting("mirror.stores.cf.identity", "")
                .inHome(".boto", "[Credentials]\naws_secret_access_key = " + SECRET_KEY + "\n")
                .inHome(".cloudfiles.cfg", "[Credentials]\nusername joe\napi_key = " + CREDENTIAL + "\n");

        MirrorRun run = assertKept(mirror.start("--debug", "s3://src->s3://dst", "cf://src->cf://dst"));

        assertThat(run.exitCode()).as("%s", run).isEqualTo(1);
        assertThat(run.outLines())
                .filteredOn(line -> line.contains(": COULD NOT RUN: "))
                .satisfiesExactly(
                        s3Line -> assertThat(s3Line)
                                .contains(".boto: aws_secret_access_key is set and ")
                                .endsWith(".boto: aws_access_key_id is not; set both or neither"),
                        cfLine -> assertThat(cfLine)
                                .endsWith(".cloudfiles.cfg, line 2, is no name = value; write username = ... and"
                                        + " api_key = ... below [Credentials]"));
    }

    @Test
    void whenNothingWorks() throws Exception {
        String nobody = "http://127.0.0.1:9";
        mirror.setting("mirror.stores.s3.secret-key", SECRET_KEY)
                .setting("mirror.mail.password", WRONG)
                .store("refused", swift(swift.url() + "/auth/v1.0"))
                .store("wrongdoor", swift(swift.url() + "/v3"))
                .store("olddoor", swift(swift.url() + "/v2.0"))
                .store("nowhere", swift(nobody + "/auth/v1.0"))
                .store("s3door", swift(s3.endpoint() + "/auth/v1.0"));
        String[] scenarios = {
            "s3://src->refused://dst",
            "s3://src->wrongdoor://dst",
            "s3://src->olddoor://dst",
            "s3://src->nowhere://dst",
            "s3://src->s3door://dst",
            "s3://denied->refused://dst",
            "refused://src->s3://dst",
        };

        webhook.then(500).then(404).then(302);
        mirror.setting("mirror.webhooks.nowhere.url", nobody + "/services/PlantedPath")
                .setting("mirror.webhooks.nohost.url", "https://nohost.invalid/services/PlantedPath")
                .setting("mirror.webhook", "team,nowhere,nohost");
        for (String level : List.of("--quiet", "--debug")) {
            List<String> arguments = new ArrayList<>(List.of(level));
            arguments.addAll(List.of(scenarios));
            MirrorRun run = assertKept(mirror.start(arguments.toArray(String[]::new)));
            assertThat(run.exitCode()).as("%s", run).isEqualTo(1);
            assertThat(run.err().contains("\tat ")).as("stack traces").isEqualTo(level.equals("--debug"));
            assertThat(run.outLines())
                    .filteredOn(line -> line.contains(": COULD NOT RUN: "))
                    .hasSize(scenarios.length);
        }
        assertThat(mails.getReceivedMessages()).as("its login is wrong, too").isEmpty();
    }

    @Test
    void whenASettingIsMistyped() {
        MirrorRun file =
                mirror.setting("mirror.stores.cf.credentials", CREDENTIAL).run("s3://src->cf://dst");
        MirrorRun variable =
                mirror.variable("MIRROR_STORES_S3_SECRETKEY", SECRET_KEY).runBare("s3://src->cf://dst");

        assertThat(List.of(file.exitCode(), variable.exitCode())).containsOnly(2);
        assertThat(file.err() + variable.err()).doesNotContain(SECRETS);
    }

    @Test
    void whenAWebhookIsMistyped() throws IOException {
        Path file = Files.writeString(directory.resolve("url"), "PlantedUrl");
        MirrorRun url = mirror.setting("mirror.webhooks.team.url", "hooks.example.org/PlantedPath")
                .run("--webhook", "team", "s3://src->cf://dst");
        MirrorRun named = mirror.setting("mirror.webhooks.team.url", "file:" + file)
                .run("--webhook", "team", "s3://src->cf://dst");
        MirrorRun variable = mirror.setting("mirror.webhooks.team.url", webhook.url("/PlantedPath"))
                .variable("MIRROR_PINGS_NIGHTLY_URK", "PlantedUrl")
                .run("--ping", "nightly", "s3://src->cf://dst");

        assertThat(List.of(url.exitCode(), named.exitCode(), variable.exitCode()))
                .containsOnly(2);
        assertThat(url.err())
                .contains(
                        "mirror.webhooks.team.url (from ",
                        ") does not begin with https:// or http://; write a URL such as");
        assertThat(variable.err()).contains("pings have no \"urk\" (did you mean \"url\"?)");
        assertThat(url.err() + named.err() + variable.err()).doesNotContain(SECRETS);
    }

    @Test
    void whenAServiceIsAskedForAllItTells() throws Exception {
        Path state = directory.resolve("state");
        mirror.setting("mirror.state-dir", state)
                .setting("mirror.stores.s3.secret-key", SECRET_KEY)
                .setting("mirror.stores.cf.credential", CREDENTIAL)
                .setting("mirror.mail.password", PASSWORD);
        Path file = Files.writeString(
                directory.resolve("scenarios.yaml"),
                ScheduledText.of("good", "scenario", "s3://src->cf://dst", "every", "1h")
                        + ScheduledText.of("bad", "scenario", "s3://denied->cf://dst", "every", "1h"));
        ServedMirror service = mirror.serve(file, "--debug").awaitOk("good", 1);
        service.awaitMetric("mirror_runs_total{scenario=\"bad\",status=\"could-not-run\"}");
        String token = controlToken(state);
        List<String> told =
                new ArrayList<>(List.of(service.metrics(), service.process().commandLine()));
        MirrorRun triggered = mirror.command("trigger", "good", "--wait", "--debug");
        for (MirrorRun run : List.of(
                triggered,
                mirror.command("status", "--debug"),
                mirror.command("status", "--json"),
                mirror.command("validate", "--debug"),
                mirror.command("routes", "--debug"),
                mirror.command("history"),
                mirror.command("pause", "good", "--debug"),
                service.end())) {
            told.add(run.out() + run.err());
        }

        assertThat(triggered.exitCode()).as("%s", triggered).isZero();
        assertThat(webhook.targets()).contains("POST /services/PlantedPath?key=PlantedKey");
        assertThat(told).allSatisfy(text -> assertThat(text).isNotEmpty().doesNotContain(SECRETS));
        assertThat(token).isNotEmpty();
        assertThat(told).allSatisfy(text -> assertThat(text).doesNotContain(token));
        assertThat(Files.readString(state.resolve("history.jsonl"))).doesNotContain(SECRETS);
    }

    /** What the service is told things with. */
    private static String controlToken(Path state) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(state, "service-*.json")) {
            String text = Files.readString(files.iterator().next());
            Matcher token = Pattern.compile("\"token\":\"([^\"]+)\"").matcher(text);
            assertThat(token.find()).isTrue();
            return token.group(1);
        }
    }

    private void assertAllGoesWellInSecret() throws Exception {
        MirrorRun run = assertKept(mirror.start("--debug", "s3://src->cf://dst"));

        assertThat(run.exitCode()).as("%s", run).isZero();
        assertThat(run.err()).contains("ciphers and hashes by " + crypto.told());
        assertThat(swift.requests()).contains("PUT /v1/AUTH_fake/dst/a", "PUT /v1/AUTH_fake/dst/b");
        assertThat(webhook.targets())
                .startsWith("GET /ping/PlantedId/start")
                .containsExactlyInAnyOrder(
                        "GET /ping/PlantedId/start",
                        "GET /ping/PlantedId",
                        "POST /services/PlantedPath?key=PlantedKey");
        assertThat(webhook.posts()).allSatisfy(post -> assertThat(post.body()).doesNotContain(SECRETS));
        assertThat(mails.getReceivedMessages()).hasSize(1);
        for (MimeMessage mail : mails.getReceivedMessages()) {
            assertThat(GreenMailUtil.getWholeMessage(mail)).doesNotContain(SECRETS);
        }
    }

    private static MirrorRun assertKept(StartedMirror started) {
        assertThat(started.commandLine()).contains("--report").doesNotContain(SECRETS);
        MirrorRun run = started.await();
        assertThat(run.out()).isNotEmpty().doesNotContain(SECRETS);
        assertThat(run.err()).doesNotContain(SECRETS);
        assertThat(run.report()).contains("\"type\":\"summary\"").doesNotContain(SECRETS);
        return run;
    }

    private static Map<String, String> swift(String endpoint) {
        return Map.of("driver", "jclouds", "endpoint", endpoint, "identity", "test:tester", "credential", WRONG);
    }
}
