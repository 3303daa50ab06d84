package org.multicloudmirror.app;

import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.apache.camel.spi.Registry;
import org.multicloudmirror.delivery.mail.MailSender;
import org.multicloudmirror.notify.Notices;
import org.multicloudmirror.rotation.Rotating;
import org.multicloudmirror.settings.Setting;
import org.multicloudmirror.settings.Settings;
import org.multicloudmirror.stores.HttpRoutes;

/** The beans that speak to those who are told of runs; made when somebody is told for the first time. */
final class Receivers {

    private Receivers() {}

    static void bind(Registry registry, Settings settings) {
        registry.bind("notices", Object.class, () -> notices(settings));
        registry.bind("mailSender", Object.class, () -> mailSender(settings));
    }

    private static Object notices(Settings settings) {
        return new Notices(() -> HttpRoutes.of(settings), Duration.ofSeconds(settings.number(Setting.REPORT_DEADLINE)));
    }

    /** The certificates are read for each mail: they may have changed. */
    private static Object mailSender(Settings settings) {
        return new MailSender(settings, () -> trust(settings));
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
