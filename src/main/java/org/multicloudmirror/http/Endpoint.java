package org.multicloudmirror.http;

import java.net.IDN;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hc.core5.net.InetAddressUtils;
import org.apache.hc.core5.net.URIAuthority;
import org.jspecify.annotations.Nullable;

/**
 * Where a service is, in the one way to write it: two endpoints are equal when they are the same place. Credentials are
 * bound to {@link #origin()}. {@link URI} is no help here: it has no host for a name with an underscore, which is what
 * Docker's networks are full of.
 *
 * @param scheme {@code http} or {@code https}
 * @param host a name in lower case (an international one in its ASCII form), or an address; of IPv6 without brackets
 * @param port from 1 to 65535, the scheme's own where none was written
 * @param path percent-encoded, without a slash at its end and without empty segments; empty for the root
 */
public record Endpoint(String scheme, String host, int port, String path) {

    private static final Pattern PARTS = Pattern.compile("(?i)(https?)://([^/?#]*)([^?#]*)(.*)", Pattern.DOTALL);
    private static final Pattern AUTHORITY = Pattern.compile("(?:\\[([^]]*)]|([^:\\[\\]]*))(?::(\\d*))?");
    /** No pattern repeats a group: a long text would fill the stack. */
    private static final Pattern NAME = Pattern.compile("(?!\\.)(?!.*\\.\\.)(?!.*[^.]{64})[a-z0-9_.-]+");

    private static final Pattern PATH = Pattern.compile("(?!.*%(?![0-9A-Fa-f]{2}))[A-Za-z0-9/._~!$&'()*+,;=:@%-]*");
    private static final int LAST_PORT = 65_535;

    /**
     * Reads an endpoint as a user or a service writes it.
     *
     * @throws IllegalArgumentException when it is none; the message quotes it without what may be secret, says what is
     *     wrong, and how to write it: {@code "ftp://a", which does not begin with http:// or https://; write ...}
     */
    public static Endpoint parse(String text) {
        String stripped = text.strip();
        Matcher parts = PARTS.matcher(stripped);
        if (!parts.matches()) {
            throw wrong(withoutSecrets(stripped), "does not begin with http:// or https://");
        }
        String shown = withoutSecrets(stripped);
        String authority = parts.group(2);
        if (authority.indexOf('@') >= 0) {
            throw wrong(shown, "has a user in it; credentials have settings of their own");
        }
        if (!parts.group(4).isEmpty()) {
            throw wrong(shown, parts.group(4).startsWith("?") ? "has a query" : "has a fragment");
        }
        Matcher place = AUTHORITY.matcher(authority);
        if (!place.matches()) {
            throw wrong(shown, "has no host that can be read");
        }
        String scheme = parts.group(1).toLowerCase(Locale.ROOT);
        String host = place.group(1) == null ? name(place.group(2), shown) : address(place.group(1), shown);
        String path = parts.group(3).replaceAll("/{2,}", "/").replaceFirst("/$", "");
        if (!PATH.matcher(path).matches()) {
            throw wrong(shown, "has a character in its path that must be written as %XX");
        }
        return new Endpoint(scheme, host, port(place.group(3), scheme, shown), path);
    }

    /** Scheme, host and port of an address of another client's. */
    public static Endpoint originOf(URI address) {
        return parse(address.getScheme() + "://" + address.getRawAuthority());
    }

    private static String name(String text, String shown) {
        String ascii = ascii(text).toLowerCase(Locale.ROOT);
        if (!NAME.matcher(ascii).matches()) {
            throw wrong(shown, "has no host that can be read");
        }
        return ascii;
    }

    private static String ascii(String name) {
        // what knows of all other names takes a while to load
        if (StandardCharsets.US_ASCII.newEncoder().canEncode(name)) {
            return name;
        }
        try {
            return IDN.toASCII(name);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static String address(String text, String shown) {
        if (!InetAddressUtils.isIPv6(text) || text.indexOf('%') >= 0) {
            throw wrong(shown, "has no IPv6 address in its brackets");
        }
        return text.toLowerCase(Locale.ROOT);
    }

    private static int port(@Nullable String digits, String scheme, String shown) {
        if (digits == null || digits.isEmpty()) {
            return ownPort(scheme);
        }
        int port = digits.length() > 6 ? 0 : Integer.parseInt(digits);
        if (port < 1 || port > LAST_PORT) {
            throw wrong(shown, "has no port from 1 to " + LAST_PORT);
        }
        return port;
    }

    private static int ownPort(String scheme) {
        return scheme.equals("https") ? 443 : 80;
    }

    private static IllegalArgumentException wrong(String shown, String problem) {
        return new IllegalArgumentException(
                "\"" + shown + "\", which " + problem + "; write it as https://host[:port][/path]");
    }

    /** A user may have a password, and a query a signature or a token. */
    private static String withoutSecrets(String text) {
        return text.replaceFirst("(?s)^([a-zA-Z]+://)?.*@", "$1...@").replaceFirst("(?s)([?#]).+", "$1...");
    }

    /** Whether what is sent there is encrypted. */
    public boolean isSecure() {
        return scheme.equals("https");
    }

    /** Whether the host is an address, which no bucket can stand in front of. */
    public boolean isAddress() {
        return host.indexOf(':') >= 0 || InetAddressUtils.isIPv4(host);
    }

    /** The host as it stands in an address: of IPv6 in brackets. */
    public String bracketedHost() {
        return host.indexOf(':') >= 0 ? "[" + host + "]" : host;
    }

    /** The {@code Host} of a request, as every client sends it and proxies pass it on: without the scheme's own port. */
    public String authority() {
        return bracketedHost() + (port == ownPort(scheme) ? "" : ":" + port);
    }

    /** The same for the client, which would write the port of its own route. */
    URIAuthority wireAuthority() {
        return new URIAuthority(host, port == ownPort(scheme) ? -1 : port);
    }

    /** Scheme, host and port: whom one trusts. */
    public Endpoint origin() {
        return new Endpoint(scheme, host, port, "");
    }

    /** Whether two places are one service, so that what was written for the one may be sent to the other. */
    public boolean isSameOrigin(Endpoint other) {
        return origin().equals(other.origin());
    }

    /** The same service with a label in front of its host. */
    public Endpoint below(String label) {
        return new Endpoint(scheme, label + "." + host, port, path);
    }

    /** As a user writes it. */
    @Override
    public String toString() {
        return scheme + "://" + authority() + path;
    }
}
