package org.multicloudmirror.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.multicloudmirror.it.process.Mirror;
import org.multicloudmirror.it.process.MirrorRun;
import org.multicloudmirror.it.servers.FakeS3;
import org.multicloudmirror.it.servers.ObjectAnswer;
import org.multicloudmirror.it.servers.ScriptedSmtp;

/** The status mail, as a mail server gets it. */
class MailIT {

    private static final String CONTENT = "0123456789";
    private static final String ODD_KEY = "gr\u00fc\u00dfe, \"odd\"\n${body}.txt";
    private static final String USER = "mirror-user";
    private static final String PASSWORD = "mirror-password";

    private final GreenMail server =
            new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP).dynamicPort());
    private final FakeS3 source = new FakeS3();
    private final FakeS3 destination = new FakeS3();
    private final Mirror mirror;

    MailIT(@TempDir Path directory) {
        mirror = Mirror.inThisProcess(directory).store("from", source.asStore()).store("to", destination.asStore());
    }

    @BeforeEach
    void start() {
        server.start();
        server.setUser("joe@example.org", USER, PASSWORD);
        source.object("src", "plain.txt", CONTENT).object("src", ODD_KEY, CONTENT);
        mirror.setting("mirror.mail.host", "127.0.0.1")
                .setting("mirror.mail.port", server.getSmtp().getPort())
                .setting("mirror.mail.tls", "none")
                .setting("mirror.report.retries", 0);
    }

    @AfterEach
    void close() {
        server.stop();
        source.close();
        destination.close();
    }

    @Test
    void tellsWhatWasCopied() throws Exception {
        MirrorRun run = mirror.run(
                "--from", "mirror@example.org", "--to", "joe@example.org,ann@example.org", "from://src->to://dst");

        assertThat(run.exitCode()).as("%s", run).isZero();
        assertThat(server.getReceivedMessages()).as("one a recipient").hasSize(2);
        MimeMessage mail = server.getReceivedMessages()[0];
        assertThat(mail.getSubject())
                .matches("\\[Multi-Cloud Mirror\\] Script Run at 20\\d\\d-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d");
        assertThat(mail.getHeader("From")).containsExactly("mirror@example.org");
        assertThat(mail.getHeader("To")[0].replaceAll("\\s", "")).isEqualTo("joe@example.org,ann@example.org");
        assertThat(types(mail)).contains("multipart/alternative", "text/plain", "text/html", "application/gzip");
        assertThat(text(mail, "text/plain"))
                .contains("Nothing failed.")
                .contains("from://src->to://dst: OK")
                .contains("2 copied (20 B), 0 failed, 0 skipped, 0 unchanged")
                .contains("gr\u00fc\u00dfe, \"odd\"\\u000a${body}.txt");
        assertThat(text(mail, "text/html"))
                .startsWith("<!DOCTYPE html>")
                .contains("gr\u00fc\u00dfe, &quot;odd&quot;\\u000a${body}.txt");
        assertThat(attachment(mail))
                .startsWith("scenario,result,key,size,etag,destinationEtag,proof,attempts,milliseconds,reason\r\n")
                .contains(
                        "from://src->to://dst,copied,plain.txt,10,781e5e245d69b566979b86e28d23f2c7,781e5e245d69b566979b86e28d23f2c7,md5,1,")
                .contains("from://src->to://dst,copied,\"gr\u00fc\u00dfe, \"\"odd\"\"\n${body}.txt\",10,");
        assertThat(run.orphaned()).isEmpty();
    }

    @Test
    void tellsFailureInItsSubjectAndLogsIn() throws Exception {
        server.getUserManager().setAuthRequired(true);
        source.always("GET src/plain.txt", new ObjectAnswer(CONTENT.getBytes(UTF_8)).half());

        MirrorRun run = mirror.setting("mirror.mail.from", "mirror@example.org")
                .setting("mirror.mail.to", "joe@example.org")
                .setting("mirror.mail.subject", "Nightly mirror")
                .setting("mirror.mail.username", USER)
                .setting("mirror.mail.password", PASSWORD)
                .run("from://src->to://dst");
        MirrorRun brokenRun = mirror.run("from://missing->to://dst");

        assertThat(run.exitCode()).as("%s", run).isEqualTo(3);
        assertThat(brokenRun.exitCode()).as("%s", brokenRun).isEqualTo(1);
        MimeMessage[] mails = server.getReceivedMessages();
        assertThat(mails).hasSize(2);
        assertThat(mails[0].getSubject()).isEqualTo("1 FAILED: Nightly mirror");
        assertThat(text(mails[0], "text/plain"))
                .contains("1 object failed. The next run tries again.")
                .contains("plain.txt (10 B, 7 attempts): from://src/plain.txt: it broke off after 5 of 10 bytes");
        assertThat(mails[1].getSubject()).isEqualTo("FAILED: Nightly mirror");
        assertThat(text(mails[1], "text/plain")).contains("Problem: the source from://missing does not exist");
    }

    @Test
    void aLoginThatIsRefusedLeavesTheExitCode() {
        server.getUserManager().setAuthRequired(true);

        MirrorRun run = mirror.setting("mirror.mail.username", USER)
                .setting("mirror.mail.password", "wrong-password")
                .run("--from", "mirror@example.org", "--to", "joe@example.org", "from://src->to://dst");

        assertThat(run.exitCode()).as("%s", run).isZero();
        assertThat(server.getReceivedMessages()).isEmpty();
        assertThat(run.errLines())
                .singleElement()
                .asString()
                .contains(" ERROR mirror-mail failed", ", the run stands: ")
                .doesNotContain("wrong-password");
        assertThat(run.keys("copied")).hasSize(2);
    }

    @Test
    void aRecipientThatIsRefusedKeepsItFromNobodyElse() {
        try (ScriptedSmtp refusing = ScriptedSmtp.refusing("gone@")) {
            MirrorRun run = mirror.setting("mirror.mail.port", refusing.port())
                    .setting("mirror.report.retries", 2)
                    .run("--from", "a@example.org", "--to", "gone@example.org,joe@example.org", "from://src->to://dst");

            assertThat(run.exitCode()).as("%s", run).isZero();
            assertThat(refusing.recipients()).as("once").containsExactly("joe@example.org");
            assertThat(run.errLines())
                    .singleElement()
                    .asString()
                    .endsWith(
                            " ERROR mirror-mail: the others got it, and refused was gone@example.org (550 no such user);"
                                    + " check --to");
        }
    }

    @Test
    void whereAllRecipientsAreRefusedTheyAreNamed() {
        try (ScriptedSmtp refusing = ScriptedSmtp.refusing("gone")) {
            MirrorRun run = mirror.setting("mirror.mail.port", refusing.port())
                    .run("--from", "a@example.org", "--to", "gone@b.com,gone@c.com", "from://src->to://dst");

            assertThat(run.errLines())
                    .singleElement()
                    .asString()
                    .endsWith(
                            " ERROR mirror-mail failed, the run stands: the mail server refuses gone@b.com, gone@c.com"
                                    + " (550 no such user); check --to");
        }
    }

    @Test
    void aMailServerThatIsDownLeavesTheExitCode() {
        int port = server.getSmtp().getPort();
        server.stop();
        source.always("GET src/plain.txt", new ObjectAnswer(CONTENT.getBytes(UTF_8)).half());

        MirrorRun run = mirror.run("--from", "mirror@example.org", "--to", "joe@example.org", "from://src->to://dst");

        assertThat(run.exitCode()).as("%s", run).isEqualTo(3);
        assertThat(run.errLines())
                .filteredOn(line -> !line.contains(" failed: plain.txt: "))
                .singleElement()
                .asString()
                .contains(" ERROR mirror-mail failed", ", the run stands: ")
                .as("where it was to go")
                .contains("127.0.0.1", Integer.toString(port));
        assertThat(run.out()).startsWith("from://src->to://dst: 1 copied (10 B), 1 failed");
        assertThat(run.summary()).containsEntry("status", "some-failed");
        assertThat(run.orphaned()).isEmpty();
    }

    private static List<String> types(Part part) throws Exception {
        List<String> types = new ArrayList<>();
        types.add(part.getContentType().replaceFirst(";(?s).*", "").toLowerCase(Locale.ROOT));
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                types.addAll(types(parts.getBodyPart(i)));
            }
        }
        return types;
    }

    private static String text(Part mail, String type) throws Exception {
        return (String) part(mail, type).getContent();
    }

    private static String attachment(Part mail) throws Exception {
        Part attachment = part(mail, "application/gzip");
        assertThat(attachment.getFileName()).isEqualTo("multi-cloud-mirror.csv.gz");
        try (InputStream gzip = new GZIPInputStream(attachment.getInputStream())) {
            return new String(gzip.readAllBytes(), UTF_8);
        }
    }

    private static Part part(Part part, String type) throws Exception {
        if (part.isMimeType(type)) {
            return part;
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                Part found = part(parts.getBodyPart(i), type);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }
}
