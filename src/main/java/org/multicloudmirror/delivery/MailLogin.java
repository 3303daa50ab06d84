package org.multicloudmirror.delivery;

import jakarta.mail.PasswordAuthentication;
import org.apache.camel.component.mail.MailAuthenticator;
import org.multicloudmirror.settings.Setting;
import org.multicloudmirror.settings.Settings;

/** The login at the mail server, kept out of endpoint URIs and so out of their logs. */
public final class MailLogin extends MailAuthenticator {

    private final String username;
    private final String password;

    public MailLogin(Settings settings) {
        this.username = settings.text(Setting.MAIL_USERNAME);
        this.password = settings.text(Setting.MAIL_PASSWORD);
    }

    @Override
    public PasswordAuthentication getPasswordAuthentication() {
        // a server is asked to log in whoever has a name, even an empty one
        return username.isEmpty()
                ? new PasswordAuthentication(null, null)
                : new PasswordAuthentication(username, password);
    }
}
