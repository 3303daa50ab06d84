package org.multicloudmirror.app;

import static java.util.Objects.requireNonNull;

import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.apache.camel.spi.Registry;
import org.multicloudmirror.delivery.MailLogin;
import org.multicloudmirror.delivery.mail.MailSender;
import org.multicloudmirror.notify.Notices;
import org.multicloudmirror.rotation.Rotating;
import org.multicloudmirror.settings.Setting;
import org.multicloudmirror.settings.Settings;
import org.multicloudmirror.stores.HttpRoutes;

/** The beans that speak to those who are told of runs; made when somebody is told for the first time. */
final class Receivers {

    /** The bean that has the login at the mail server. */
    static final String MAIL_LOGIN = "mailLogin";

    private Receivers() {}

    static void bind(Registry registry, Settings settings) {
        registry.bind("notices", Object.class, () -> notices(settings));
        registry.bind("mailSender", Object.class, () -> mailSender(registry, settings));
    }

    private static Object notices(Settings settings) {
        return new Notices(() -> HttpRoutes.of(settings), Duration.ofSeconds(settings.number(Setting.REPORT_DEADLINE)));
    }

    /** The certificates are read for each mail: they may have changed. */
    private static Object mailSender(Registry registry, Settings settings) {
        MailLogin login = requireNonNull(registry.lookupByNameAndType(MAIL_LOGIN, MailLogin.class));
        return new MailSender(settings, login, () -> trust(settings));
    }

    private static SSLContext trust(Settings settings) {
        try {
            Rotating<SSLContext> added = HttpRoutes.of(settings).trust();
            return added == null ? SSLContext.getDefault() : added.now();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no TLS", e);
        }
    }
}
