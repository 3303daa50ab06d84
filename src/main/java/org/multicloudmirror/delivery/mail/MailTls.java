package org.multicloudmirror.delivery.mail;

import java.util.Locale;
import java.util.Properties;
import org.multicloudmirror.settings.Setting;
import org.multicloudmirror.settings.Settings;

/** How the connection to the mail server is encrypted. */
public enum MailTls {
    NONE,
    /** It becomes encrypted before anything is said, or is given up. */
    STARTTLS,
    /** From the first byte. */
    IMPLICIT;

    /** The port where servers expect TLS at once (RFC 8314, section 7.3). */
    private static final int SUBMISSIONS = 465;

    /** As it is written; else as the port has it, and never a login in the clear. */
    public static MailTls of(Settings settings) {
        String written = settings.text(Setting.MAIL_TLS);
        if (!written.isEmpty()) {
            return valueOf(written.toUpperCase(Locale.ROOT));
        }
        String older = settings.text(Setting.MAIL_STARTTLS);
        if (!older.isEmpty()) {
            return older.equals("true") ? STARTTLS : NONE;
        }
        if (settings.number(Setting.MAIL_PORT) == SUBMISSIONS) {
            return IMPLICIT;
        }
        return settings.text(Setting.MAIL_USERNAME).isEmpty() ? NONE : STARTTLS;
    }

    void addTo(Properties properties) {
        properties.setProperty("mail.smtp.ssl.enable", String.valueOf(this == IMPLICIT));
        properties.setProperty("mail.smtp.starttls.enable", String.valueOf(this == STARTTLS));
        properties.setProperty("mail.smtp.starttls.required", String.valueOf(this == STARTTLS));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    }
}
