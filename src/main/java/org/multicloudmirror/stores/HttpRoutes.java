package org.multicloudmirror.stores;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.multicloudmirror.http.HttpProxy;
import org.multicloudmirror.http.HttpRoute;
import org.multicloudmirror.http.Trust;
import org.multicloudmirror.settings.InvalidSettingException;
import org.multicloudmirror.settings.Setting;
import org.multicloudmirror.settings.Settings;

/** Timeouts, trusted certificates and proxy as the settings have them. */
final class HttpRoutes {

    private HttpRoutes() {}

    /**
     * The route of all stores.
     *
     * @throws InvalidSettingException when the certificates or the proxy cannot be used
     */
    static HttpRoute of(Settings settings) {
        return new HttpRoute(
                Duration.ofSeconds(settings.number(Setting.HTTP_CONNECT_TIMEOUT)),
                Duration.ofSeconds(settings.number(Setting.HTTP_READ_TIMEOUT)),
                settings.number(Setting.HTTP_MIN_RATE),
                trust(settings),
                proxy(settings));
    }

    private static @Nullable SSLContext trust(Settings settings) {
        String file = settings.text(Setting.HTTP_CA);
        if (file.isEmpty()) {
            return null;
        }
        String problem;
        try {
            return Trust.with(Path.of(file));
        } catch (CertificateException e) {
            problem = "holds no certificate in PEM form";
        } catch (IOException e) {
            problem = "cannot be read (" + e.getClass().getSimpleName() + ")";
        }
        throw new InvalidSettingException("mirror.http.ca (from " + settings.origin("mirror.http.ca") + ") names "
                + file + ", which " + problem + "; write certificates there, each from its BEGIN CERTIFICATE line to"
                + " its END CERTIFICATE line");
    }

    /** The text may hold a password, so that no message repeats it. */
    private static @Nullable HttpProxy proxy(Settings settings) {
        String text = settings.text(Setting.HTTP_PROXY);
        if (text.isEmpty()) {
            return null;
        }
        try {
            URI uri = URI.create(text);
            String login = uri.getUserInfo() == null ? "" : uri.getUserInfo();
            if ("http".equals(uri.getScheme()) && uri.getHost() != null && uri.getPort() > 0) {
                String[] parts = login.split(":", 2);
                return new HttpProxy(
                        uri.getHost(), uri.getPort(), parts[0], parts.length > 1 ? parts[1] : "", direct(settings));
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw new InvalidSettingException("mirror.http.proxy (from " + settings.origin("mirror.http.proxy")
                + ") is no proxy; write http://host:port or http://user:password@host:port, with %XX for special"
                + " characters");
    }

    private static List<String> direct(Settings settings) {
        return Arrays.stream(settings.text(Setting.HTTP_NO_PROXY).split(","))
                .map(String::strip)
                .filter(host -> !host.isEmpty())
                .toList();
    }
}
