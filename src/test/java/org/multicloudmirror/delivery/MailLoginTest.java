package org.multicloudmirror.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.multicloudmirror.settings.SettingsLoader;

class MailLoginTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    @Test
    void eachMailIsSentWithThePasswordOfTheMoment() throws IOException {
        Path password = Files.writeString(directory.resolve("password"), "old");
        Path file = Files.writeString(
                directory.resolve("it.properties"),
                "mirror.mail.username=joe\nmirror.mail.password=file:" + password + "\n");
        MailLogin login = new MailLogin(new SettingsLoader().file(file).load());
        assertThat(login.getPasswordAuthentication().getPassword()).isEqualTo("old");

        Files.writeString(password, "");
        assertThat(login.getPasswordAuthentication().getPassword()).isEqualTo("old");

        Files.writeString(password, "new");
        assertThat(login.getPasswordAuthentication().getPassword()).isEqualTo("new");
    }

    @Test
    void withoutANameNobodyLogsIn() {
        assertThat(new MailLogin(new SettingsLoader().load())
                        .getPasswordAuthentication()
                        .getUserName())
                .isNull();
    }
}
