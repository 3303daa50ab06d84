package org.multicloudmirror.delivery.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.multicloudmirror.settings.Settings;
import org.multicloudmirror.settings.SettingsLoader;

class MailTlsTest {

    @ParameterizedTest(name = "tls={0} starttls={1} port={2} username={3}: {4}")
    @CsvSource(emptyValue = "", textBlock = """
            '',       '',    25,  '',  NONE
            '',       '',    587, joe, STARTTLS
            '',       '',    465, '',  IMPLICIT
            '',       true,  25,  '',  STARTTLS
            '',       false, 25,  joe, NONE
            '',       true,  465, joe, STARTTLS
            none,     true,  465, joe, NONE
            starttls, false, 465, '',  STARTTLS
            implicit, '',    25,  '',  IMPLICIT
            """)
    void isWhatIsWrittenOrWhatIsSafe(String tls, String starttls, int port, String username, MailTls expected) {
        Settings settings = new SettingsLoader()
                .environment(Map.of(
                        "MIRROR_MAIL_TLS", tls,
                        "MIRROR_MAIL_STARTTLS", starttls,
                        "MIRROR_MAIL_PORT", String.valueOf(port),
                        "MIRROR_MAIL_USERNAME", username))
                .load();

        assertThat(MailTls.of(settings)).isEqualTo(expected);
    }
}
