package org.multicloudmirror.http;

import java.util.List;
import java.util.Locale;

/**
 * An HTTP proxy on the way to the stores.
 *
 * @param user empty for a proxy that wants no login
 * @param password never shown
 * @param direct hosts that are reached without it: a name, or {@code .name} for every host below
 */
public record HttpProxy(String host, int port, String user, String password, List<String> direct) {

    public HttpProxy {
        direct = List.copyOf(direct);
    }

    /** Whether a host is reached without the proxy. */
    boolean isDirect(String target) {
        String name = target.toLowerCase(Locale.ROOT);
        return direct.stream()
                .map(rule -> rule.toLowerCase(Locale.ROOT))
                .anyMatch(rule -> rule.startsWith(".") ? name.endsWith(rule) : name.equals(rule));
    }

    /** Without the login. */
    @Override
    public String toString() {
        return "http://" + host + ":" + port;
    }
}
