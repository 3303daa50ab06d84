package org.multicloudmirror.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.multicloudmirror.it.process.Mirror;
import org.multicloudmirror.it.process.MirrorRun;
import org.multicloudmirror.it.servers.Answer;
import org.multicloudmirror.it.servers.CertificateAuthority;
import org.multicloudmirror.it.servers.FakeAws;
import org.multicloudmirror.it.servers.FakeProxy;
import org.multicloudmirror.it.servers.FakeS3;

/** Where the packaged jar takes credentials, certificates and its proxy from, and what it says of them. */
class CredentialsIT {

    private static final String BOTO =
            "[Credentials]\naws_access_key_id = AKIAOFBOTO\naws_secret_access_key = PlantedSecret\n";

    private final FakeS3 s3 = new FakeS3().object("src", "a", "1");
    private final FakeAws aws = new FakeAws();
    private final Path directory;
    private final Mirror mirror;

    CredentialsIT(@TempDir Path directory) {
        this.directory = directory;
        mirror = new Mirror(directory)
                .store("s3", Map.of("endpoint", s3.endpoint()))
                // what a role's keys must not be asked for
                .variable("AWS_EC2_METADATA_SERVICE_ENDPOINT", aws.url())
                .variable("AWS_EC2_METADATA_DISABLED", "false");
    }

    @AfterEach
    void close() {
        s3.close();
        aws.close();
    }

    @Test
    void aFileOfTheUserWinsOverTheRoleOfTheMachine() {
        MirrorRun run = mirror.inHome(".boto", BOTO)
                .variable("AWS_CONTAINER_CREDENTIALS_FULL_URI", aws.url() + "/container")
                .run("--debug", "s3://src->s3://dst");

        assertThat(run.exitCode()).as("%s", run).isZero();
        assertThat(run.errLines())
                .filteredOn(line -> line.contains("store s3: "))
                .singleElement()
                .asString()
                .matches(".* store s3: credentials from /.*/\\.boto \\(access key AKIA\\.\\.\\.\\)");
        assertThat(run.errLines()).anyMatch(line -> line.matches(".*WARN .*/\\.boto holds a secret and can be .*"));
        assertThat(aws.requests()).isEmpty();
        assertThat(run.err()).doesNotContain("Planted");
    }

    @Test
    void theRoleOfAContainer() {
        MirrorRun run = mirror.variable("AWS_CONTAINER_CREDENTIALS_FULL_URI", aws.url() + "/container")
                .run("--debug", "s3://src->s3://dst");

        assertTaken(run, "the container's role", "CONT");
    }

    @Test
    void theRoleOfAnInstance() {
        assertTaken(mirror.run("--debug", "s3://src->s3://dst"), "the instance's role", "INST");
    }

    @Test
    void theRoleOfAWebIdentity() throws IOException {
        Path token = Files.writeString(directory.resolve("token"), "PlantedIdentity");
        MirrorRun run = mirror.variable("AWS_WEB_IDENTITY_TOKEN_FILE", token.toString())
                .variable("AWS_ROLE_ARN", "arn:aws:iam::123456789012:role/mirror")
                .variable("AWS_ENDPOINT_URL_STS", aws.url())
                .run("--debug", "s3://src->s3://dst");

        assertTaken(run, "AWS_WEB_IDENTITY_TOKEN_FILE and AWS_ROLE_ARN", "WEBI");
    }

    /** The SDK makes a client of its own for it, which sends as this program does. */
    @Test
    void theRoleOfAProfileIsAskedThroughTheProxy() throws Exception {
        Path config = Files.writeString(directory.resolve("config"), """
                [default]
                role_arn = arn:aws:iam::123456789012:role/mirror
                source_profile = keys
                region = eu-central-1
                [profile keys]
                aws_access_key_id = AKIAOFKEYS
                aws_secret_access_key = PlantedSecret
                """);
        try (FakeProxy proxy = new FakeProxy("joe:PlantedPassword")) {
            MirrorRun run = mirror.variable("AWS_CONFIG_FILE", config.toString())
                    .variable("AWS_ENDPOINT_URL_STS", aws.url())
                    .setting("mirror.http.proxy", "http://joe:PlantedPassword@127.0.0.1:" + proxy.port())
                    .setting("mirror.http.no-proxy", "")
                    .run("--debug", "s3://src->s3://dst");

            assertThat(run.exitCode()).as("%s %s", run, aws.requests()).isZero();
            assertThat(run.err())
                    .contains(config + " (profile default) (access key ASSU...)")
                    .doesNotContain("Planted");
            assertThat(proxy.requests()).anyMatch(request -> request.startsWith("POST " + aws.url()));
        }
    }

    @Test
    void aRoleThatIsNotThereIsToldWithEveryPlace() {
        MirrorRun run = mirror.variable("AWS_EC2_METADATA_SERVICE_ENDPOINT", aws.url() + "/nowhere")
                .run("s3://src->s3://dst");

        assertThat(run.exitCode()).as("%s", run).isEqualTo(1);
        assertThat(run.outLines().get(0))
                .startsWith("s3://src->s3://dst: COULD NOT RUN: store s3: no S3 credentials found; set"
                        + " mirror.stores.s3.access-key and .secret-key. These places were asked: ")
                .contains("/.boto, /etc/boto.cfg, ")
                .endsWith("the instance's role");
    }

    @Test
    void aPublicBucketNeedsNone() {
        s3.always("LIST src", exchange -> {
            boolean isSigned = exchange.getRequestHeaders().containsKey("Authorization");
            (isSigned ? Answer.error(403, "AccessDenied") : Answer.text(200, "<ListBucketResult/>")).give(exchange);
        });
        MirrorRun run = mirror.store("public", Map.of("driver", "s3", "endpoint", s3.endpoint(), "anonymous", "true"))
                .inHome(".boto", BOTO)
                .run("public://src->s3://dst");

        assertThat(run.exitCode()).as("%s", run).isZero();
    }

    @Test
    void theProxyIsTakenByAllAndItsPasswordIsNotShown() throws Exception {
        try (FakeProxy proxy = new FakeProxy("joe:PlantedPassword")) {
            mirror.inHome(".boto", BOTO)
                    .store("cf", Map.of("endpoint", "http://127.0.0.1:9/auth/v1.0", "identity", "a", "credential", "b"))
                    .setting("mirror.http.proxy", "http://joe:PlantedPassword@127.0.0.1:" + proxy.port())
                    .setting("mirror.http.no-proxy", "");
            MirrorRun run = mirror.run("--debug", "s3://src->s3://made", "s3://src->cf://dst");

            assertThat(run.exitCode()).as("%s", run).isEqualTo(1);
            assertThat(run.outLines().get(0)).startsWith("s3://src->s3://made: 1 copied");
            assertThat(proxy.requests())
                    .anyMatch(request -> request.startsWith("HEAD " + s3.endpoint() + "/src"))
                    .contains("GET http://127.0.0.1:9/auth/v1.0 HTTP/1.1");
            assertThat(run.out() + run.err() + run.report()).doesNotContain("Planted");

            run = mirror.setting("mirror.http.proxy", "joe:PlantedPassword@host")
                    .run("s3://src->s3://dst");
            assertThat(run.exitCode()).as("%s", run).isEqualTo(2);
            assertThat(run.err()).contains("mirror.http.proxy (from ").doesNotContain("Planted");
        }
    }

    @Test
    void aFileWithoutCertificatesIsAWrongSetting() throws IOException {
        Path file = Files.writeString(directory.resolve("ca.pem"), "nothing\n");
        MirrorRun run = mirror.setting("mirror.http.ca", file).run("s3://src->s3://dst");

        assertThat(run.exitCode()).as("%s", run).isEqualTo(2);
        assertThat(run.errLines())
                .singleElement()
                .asString()
                .contains("mirror.http.ca (from ")
                .contains("/ca.pem, which holds no certificate in PEM form; write certificates there, each from its"
                        + " BEGIN CERTIFICATE line to its END CERTIFICATE line");
    }

    @Test
    void aPrivateAuthorityIsTrustedBySetting() {
        CertificateAuthority authority = new CertificateAuthority(directory);
        try (FakeS3 secure = new FakeS3(authority.server("dns:localhost"))) {
            secure.object("src", "a", "1");
            mirror.inHome(".boto", BOTO)
                    .store("s3", Map.of("endpoint", secure.endpoint()))
                    .store("cf", Map.of("endpoint", secure.endpoint() + "/auth/v1.0", "identity", "a"))
                    .store("cf", Map.of("credential", "b"));

            MirrorRun refused = mirror.run("s3://src->s3://made", "cf://src->s3://made");
            assertThat(refused.exitCode()).as("%s", refused).isEqualTo(1);
            assertThat(refused.outLines().subList(0, 2)).allSatisfy(line -> assertThat(line)
                    .contains("COULD NOT RUN: ")
                    .endsWith(": TLS failed, nobody who is trusted vouches for the server's certificate; set"
                            + " mirror.http.ca to a PEM file with its certificate authority"));

            MirrorRun trusted = mirror.setting("mirror.http.ca", authority.certificate())
                    .run("s3://src->s3://made", "cf://src->s3://made");
            assertThat(trusted.outLines().get(0)).startsWith("s3://src->s3://made: 1 copied");
            assertThat(secure.requests()).contains("PUT made", "GET auth/v1.0");
        }
    }

    private void assertTaken(MirrorRun run, String place, String shown) {
        assertThat(run.exitCode()).as("%s %s", run, aws.requests()).isZero();
        assertThat(run.err())
                .contains("store s3: credentials from " + place + " (access key " + shown + "...)")
                .doesNotContain("Planted");
    }
}
