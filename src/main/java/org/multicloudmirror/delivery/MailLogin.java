package org.multicloudmirror.delivery;

import jakarta.mail.PasswordAuthentication;
import java.util.Set;
import org.apache.camel.component.mail.MailAuthenticator;
import org.multicloudmirror.rotation.Rotating;
import org.multicloudmirror.settings.Setting;
import org.multicloudmirror.settings.Settings;
import org.multicloudmirror.settings.WrittenSettings;

/** The login at the mail server, kept out of endpoint URIs and so out of their logs. */
public final class MailLogin extends MailAuthenticator {

    private final Rotating<Settings> settings;

    public MailLogin(Settings settings) {
        this.settings = new Rotating<>(
                settings,
                new WrittenSettings(
                        settings, Set.of(Setting.MAIL_USERNAME.property(), Setting.MAIL_PASSWORD.property())));
    }

    /** Asked for each mail; a password that was replaced since is taken then. */
    @Override
    public PasswordAuthentication getPasswordAuthentication() {
        settings.renew();
        String username = settings.now().text(Setting.MAIL_USERNAME);
        // a server is asked to log in whoever has a name, even an empty one
        return username.isEmpty()
                ? new PasswordAuthentication(null, null)
                : new PasswordAuthentication(username, settings.now().text(Setting.MAIL_PASSWORD));
    }
}
