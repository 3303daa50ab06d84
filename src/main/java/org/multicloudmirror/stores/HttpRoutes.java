package org.multicloudmirror.stores;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.multicloudmirror.http.Endpoint;
import org.multicloudmirror.http.HttpProxy;
import org.multicloudmirror.http.HttpRoute;
import org.multicloudmirror.rotation.Rotating;
import org.multicloudmirror.settings.InvalidSettingException;
import org.multicloudmirror.settings.Setting;
import org.multicloudmirror.settings.Settings;

/** Timeouts, trusted certificates and proxy as the settings have them. */
public final class HttpRoutes {

    /** A login, and a host with its port. */
    private static final Pattern PROXY = Pattern.compile("http://(?:([^/?#]*)@)?([^/?#@]*:\\d+)/*");

    private HttpRoutes() {}

    /**
     * The route of all stores, and of all others that are spoken to.
     *
     * @throws InvalidSettingException when the certificates or the proxy cannot be used
     */
    public static HttpRoute of(Settings settings) {
        return new HttpRoute(
                Duration.ofSeconds(settings.number(Setting.HTTP_CONNECT_TIMEOUT)),
                Duration.ofSeconds(settings.number(Setting.HTTP_READ_TIMEOUT)),
                settings.number(Setting.HTTP_MIN_RATE),
                trust(settings),
                proxy(settings));
    }

    private static @Nullable Rotating<SSLContext> trust(Settings settings) {
        String file = settings.text(Setting.HTTP_CA);
        return file.isEmpty() ? null : CaFile.of(Path.of(file), settings.origin(Setting.HTTP_CA.property()));
    }

    /** The text may hold a password, so that no message repeats it. */
    private static @Nullable HttpProxy proxy(Settings settings) {
        String text = settings.text(Setting.HTTP_PROXY);
        if (text.isEmpty()) {
            return null;
        }
        try {
            Matcher written = PROXY.matcher(text);
            if (written.matches()) {
                Endpoint proxy = Endpoint.parse("http://" + written.group(2));
                // of a host that may have an underscore, Java tells no user
                String login = written.group(1) == null
                        ? ""
                        : URI.create("http://" + written.group(1) + "@proxy").getUserInfo();
                String[] parts = login.split(":", 2);
                return new HttpProxy(
                        proxy.host(), proxy.port(), parts[0], parts.length > 1 ? parts[1] : "", direct(settings));
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
