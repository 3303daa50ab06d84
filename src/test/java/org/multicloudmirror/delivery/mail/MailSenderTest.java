package org.multicloudmirror.delivery.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.util.Properties;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.multicloudmirror.delivery.MailLogin;
import org.multicloudmirror.delivery.ReportFailures;
import org.multicloudmirror.it.servers.ScriptedSmtp;
import org.multicloudmirror.settings.Settings;
import org.multicloudmirror.settings.SettingsLoader;

class MailSenderTest {

    @Test
    void eachMailIsSentWithThePasswordOfTheMoment(@TempDir Path directory) throws Exception {
        Path password = Files.writeString(directory.resolve("password"), "old");
        try (ScriptedSmtp server = ScriptedSmtp.plain(Integer.MAX_VALUE)) {
            MailSender sender =
                    sender(directory, server, "mirror.mail.username=joe\nmirror.mail.password=file:" + password);

            sender.send(mail());
            Files.writeString(password, "new");
            sender.send(mail());

            assertThat(server.logins()).containsExactly("joe\0joe\0old", "joe\0joe\0new");
            assertThat(server.mails()).hasSize(2);
        }
    }

    @Test
    void whoHasNoNameDoesNotLogIn(@TempDir Path directory) throws Exception {
        try (ScriptedSmtp server = ScriptedSmtp.plain(Integer.MAX_VALUE)) {
            sender(directory, server, "").send(mail());

            assertThat(server.logins()).isEmpty();
            assertThat(server.mails()).hasSize(1);
        }
    }

    @Test
    void whatIsTooLargeGoesOnceMoreInShort(@TempDir Path directory) throws Exception {
        try (ScriptedSmtp server = ScriptedSmtp.plain(18_000)) {
            MimeMessage mail = mail();
            mail.setText("a line\n".repeat(5_000));

            sender(directory, server, "").send(mail);

            assertThat(server.mails())
                    .singleElement()
                    .asString()
                    .contains("The mail server refused the whole mail as too large (552 5.3.4");
        }
    }

    @Test
    void whatIsTooLargeInShortAsWellIsNotSentAThirdTime(@TempDir Path directory) throws Exception {
        try (ScriptedSmtp server = ScriptedSmtp.plain(1)) {
            assertThatThrownBy(() -> sender(directory, server, "").send(mail()))
                    .isInstanceOf(MessagingException.class)
                    .hasMessageContaining("552 5.3.4");

            assertThat(server.commands()).filteredOn("DATA"::equals).hasSize(2);
        }
    }

    @Test
    void whatIsRefusedForAnotherReasonIsNotMadeShort(@TempDir Path directory) throws Exception {
        try (ScriptedSmtp server = ScriptedSmtp.refusing("joe")) {
            assertThatThrownBy(() -> sender(directory, server, "").send(mail()))
                    .isInstanceOf(SendFailedException.class);

            assertThat(server.commands()).containsOnlyOnce("MAIL").doesNotContain("DATA");
        }
    }

    @Test
    void norIsWhatFindsTheMailboxFull(@TempDir Path directory) throws Exception {
        try (ScriptedSmtp server = ScriptedSmtp.full()) {
            assertThatThrownBy(() -> sender(directory, server, "").send(mail()))
                    .hasMessageContaining("552 5.2.2 mailbox full");

            assertThat(server.commands()).containsOnlyOnce("DATA");
        }
    }

    @Test
    void theOthersGetWhatOneIsRefused(@TempDir Path directory) throws Exception {
        try (ScriptedSmtp server = ScriptedSmtp.refusing("joe")) {
            MimeMessage mail = mail();
            mail.addRecipient(Message.RecipientType.TO, new InternetAddress("ann@example.org"));

            assertThatThrownBy(() -> sender(directory, server, "").send(mail))
                    .isInstanceOfSatisfying(SendFailedException.class, failure -> assertThat(
                                    new ReportFailures(null).hasArrived(failure))
                            .isTrue());

            assertThat(server.recipients()).containsExactly("ann@example.org");
        }
    }

    private static MailSender sender(Path directory, ScriptedSmtp server, String login)
            throws IOException, NoSuchAlgorithmException {
        Path file = Files.writeString(
                directory.resolve("it.properties"),
                "mirror.mail.host=127.0.0.1\nmirror.mail.tls=none\nmirror.mail.port=" + server.port() + "\n" + login
                        + "\n");
        Settings settings = new SettingsLoader().file(file).load();
        SSLContext anybody = SSLContext.getDefault();
        return new MailSender(settings, new MailLogin(settings), () -> anybody);
    }

    private static MimeMessage mail() throws MessagingException {
        MimeMessage mail = new MimeMessage(Session.getInstance(new Properties()));
        mail.setFrom("a@example.org");
        mail.setRecipient(Message.RecipientType.TO, new InternetAddress("joe@example.org"));
        mail.setText("text");
        return mail;
    }
}
