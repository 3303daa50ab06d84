package org.multicloudmirror.notify;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.multicloudmirror.http.Endpoint;

/**
 * A URL in two: whose it is may be told, what stands behind is as good as a password.
 *
 * @param endpoint scheme, host and port
 * @param target path and query, as they are sent
 */
record Address(Endpoint endpoint, String target) {

    private static final Pattern PARTS = Pattern.compile("([a-zA-Z]+://[^/?]*)([^?]*)(.*)");

    /**
     * Reads one that the settings have found good.
     *
     * @throws IllegalArgumentException when its host or port is none after all
     */
    static Address parse(String url) {
        Matcher parts = PARTS.matcher(url);
        if (!parts.matches()) {
            throw new IllegalArgumentException("its address cannot be read");
        }
        return new Address(Endpoint.parse(parts.group(1)), parts.group(2) + parts.group(3));
    }

    /** The address with something behind its path. */
    Address below(String suffix) {
        int end = target.indexOf('?') < 0 ? target.length() : target.indexOf('?');
        String path = target.substring(0, end).replaceFirst("/$", "");
        return suffix.isEmpty() ? this : new Address(endpoint, path + suffix + target.substring(end));
    }

    /** Without what must not be shown. */
    @Override
    public String toString() {
        return endpoint.authority();
    }
}
