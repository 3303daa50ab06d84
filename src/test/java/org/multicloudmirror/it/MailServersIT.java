package org.multicloudmirror.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.multicloudmirror.it.process.Mirror;
import org.multicloudmirror.it.process.MirrorRun;
import org.multicloudmirror.it.servers.CertificateAuthority;
import org.multicloudmirror.it.servers.FakeS3;
import org.multicloudmirror.it.servers.ScriptedSmtp;
import org.multicloudmirror.it.servers.SilentServer;

/** Mail servers that encrypt, refuse or say nothing. */
@Timeout(120)
class MailServersIT {

    private final FakeS3 source = new FakeS3();
    private final FakeS3 destination = new FakeS3();
    private final Path directory;
    private final Mirror mirror;

    MailServersIT(@TempDir Path directory) {
        this.directory = directory;
        mirror = Mirror.inThisProcess(directory).store("from", source.asStore()).store("to", destination.asStore());
    }

    @BeforeEach
    void start() {
        source.object("src", "a", "1");
        mirror.setting("mirror.mail.host", "localhost").setting("mirror.report.retries", 0);
    }

    @AfterEach
    void close() {
        source.close();
        destination.close();
    }

    @Test
    void getTheMailEncryptedFromTheFirstByte() {
        CertificateAuthority authority = new CertificateAuthority(directory);
        try (ScriptedSmtp server = ScriptedSmtp.implicit(authority.server("dns:localhost"))) {
            mirror.setting("mirror.mail.tls", "implicit");
            MirrorRun stranger = run(server.port());
            assertThat(server.mails()).isEmpty();
            assertUntrusted(stranger.err(), server.port());

            MirrorRun run = mirror.setting("mirror.http.ca", authority.certificate())
                    .run("--from", "m@example.org", "--to", "j@example.org", "from://src->to://dst");

            assertThat(run.errLines()).isEmpty();
            assertThat(server.mails()).hasSize(1);
        }
    }

    @Test
    void ofAnotherNameGetNone() {
        CertificateAuthority authority = new CertificateAuthority(directory);
        try (ScriptedSmtp server = ScriptedSmtp.implicit(authority.server("dns:other.example.org"))) {
            MirrorRun run = mirror.setting("mirror.mail.tls", "implicit")
                    .setting("mirror.http.ca", authority.certificate())
                    .setting("mirror.mail.port", server.port())
                    .run("--from", "m@example.org", "--to", "j@example.org", "from://src->to://dst");

            assertThat(server.mails()).isEmpty();
            assertThat(run.err())
                    .contains("mirror-mail failed", ": the mail server localhost:" + server.port() + ": TLS failed: ")
                    .contains("; use a host name that the certificate is for");
        }
    }

    @Test
    void thatNobodyVouchesForAreToldTheSameWithStarttls() {
        CertificateAuthority authority = new CertificateAuthority(directory);
        try (ScriptedSmtp server = ScriptedSmtp.starttls(authority.server("dns:localhost"))) {
            mirror.setting("mirror.mail.tls", "starttls");

            assertUntrusted(run(server.port()).err(), server.port());
        }
    }

    @Test
    void thatDoNotEncryptAreToldTheSetting() {
        try (ScriptedSmtp server = ScriptedSmtp.plain(Integer.MAX_VALUE)) {
            mirror.setting("mirror.mail.tls", "implicit");

            assertThat(run(server.port()).err())
                    .contains("the mail server localhost:" + server.port() + ": TLS failed: Unsupported or unrecognized"
                            + " SSL message; set mirror.mail.tls to starttls or none");
        }
    }

    @Test
    void getNoLoginInTheClear() {
        CertificateAuthority authority = new CertificateAuthority(directory);
        mirror.setting("mirror.mail.username", "joe")
                .setting("mirror.mail.password", "secret")
                .setting("mirror.http.ca", authority.certificate());
        try (ScriptedSmtp tls = ScriptedSmtp.starttls(authority.server("dns:localhost"));
                ScriptedSmtp plain = ScriptedSmtp.plain(Integer.MAX_VALUE)) {
            MirrorRun refused = run(plain.port());
            assertThat(plain.commands()).contains("EHLO").doesNotContain("AUTH", "DATA");
            assertThat(refused.err())
                    .contains("localhost:" + plain.port()
                            + " offers no STARTTLS; set mirror.mail.tls, to none where it may all be read on the way");

            assertThat(run(tls.port()).errLines()).isEmpty();
            assertThat(tls.commands()).containsSubsequence("EHLO", "STARTTLS", "+EHLO", "+AUTH", "+MAIL", "+DATA");

            mirror.setting("mirror.mail.starttls", "false");
            assertThat(run(plain.port()).errLines()).as("it is said").isEmpty();
            assertThat(plain.mails()).hasSize(1);
        }
    }

    @Test
    void thatFindItTooLargeGetAShortOne() {
        try (ScriptedSmtp server = ScriptedSmtp.plain(3000)) {
            MirrorRun run = run(server.port());

            assertThat(run.exitCode()).isZero();
            assertThat(run.errLines())
                    .singleElement()
                    .asString()
                    .contains(" WARN ", "the mail server refused the mail as too large (552 5.3.4 message size");
            assertThat(server.mails())
                    .singleElement()
                    .asString()
                    .contains("From: m@example.org", "To: j@example.org", "Subject: [Multi-Cloud Mirror]")
                    .contains("The mail server refused the whole mail as too large (552 5.3.4", "Nothing failed.")
                    .doesNotContain("gzip", "<html");
        }
    }

    @Test
    void thatSayNothingAreGivenUp() {
        try (SilentServer server = new SilentServer()) {
            mirror.setting("mirror.report.deadline", 4).setting("mirror.report.retries", 5);
            long began = System.nanoTime();

            MirrorRun run = run(server.port());

            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(30));
            assertThat(server.connections()).isOne();
            assertThat(run.exitCode()).isZero();
            assertThat(run.err())
                    .contains("mirror-mail failed", "localhost:" + server.port() + " has not taken it in 2 s");
        }
    }

    private static void assertUntrusted(String told, int port) {
        assertThat(told)
                .contains("mirror-mail failed, the run stands: the mail server localhost:" + port + ": TLS failed,"
                        + " nobody who is trusted vouches for the server's certificate; set mirror.http.ca to a PEM"
                        + " file with its certificate authority");
    }

    private MirrorRun run(int port) {
        return mirror.setting("mirror.mail.port", port)
                .run("--from", "m@example.org", "--to", "j@example.org", "from://src->to://dst");
    }
}
