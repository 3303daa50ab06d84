package org.multicloudmirror.stores;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.multicloudmirror.settings.InvalidSettingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file of Rackspace's Cloud Files tools: below {@code [Credentials]} {@code username} and {@code api_key}, and
 * maybe {@code authurl} and {@code region}.
 */
final class CloudFilesCfg {

    private static final Logger LOG = LoggerFactory.getLogger(CloudFilesCfg.class);
    private static final String WANTED = "username = ... and api_key = ...";

    private CloudFilesCfg() {}

    static Source<SwiftLogin> source(Path file) {
        return new Source<>(file.toString(), () -> List.of(file), () -> read(file));
    }

    private static Optional<SwiftLogin> read(Path file) {
        Map<String, String> section =
                IniFile.section(file, "Credentials", WANTED).orElse(Map.of());
        String user = section.getOrDefault("username", "");
        String key = section.getOrDefault("api_key", "");
        if (user.isEmpty() && key.isEmpty()) {
            return Optional.empty();
        }
        if (user.isEmpty() || key.isEmpty()) {
            throw new InvalidSettingException(
                    file + " has only one of username and api_key; write " + WANTED + " below [Credentials]");
        }
        IniFile.warn(file);
        String authUrl = section.getOrDefault("authurl", "");
        Optional<String> rackspace = authUrl.isEmpty() ? Optional.of(SwiftLogins.RACKSPACE) : rackspace(authUrl);
        if (rackspace.isPresent() && isGone(authUrl)) {
            LOG.info("{}: {} is gone; Rackspace's identity service of today is asked", file, authUrl);
        }
        return Optional.of(new SwiftLogin(
                authUrl.isEmpty() ? "" : rackspace.orElse(""),
                rackspace.isPresent() ? "" : authUrl,
                user,
                key,
                section.getOrDefault("region", ""),
                Map.of()));
    }

    /** jclouds' provider for a URL of Rackspace's own, old or new; empty for anyone else's. */
    static Optional<String> rackspace(String authUrl) {
        String url = authUrl.toLowerCase(Locale.ROOT);
        if (url.equals("us_authurl") || url.matches("https?://(identity|auth)\\.api\\.rackspacecloud\\.com(/.*)?")) {
            return Optional.of(SwiftLogins.RACKSPACE);
        }
        boolean isBritish = url.equals("uk_authurl")
                || url.matches("https?://lon\\.(identity|auth)\\.api\\.rackspacecloud\\.com(/.*)?");
        return isBritish ? Optional.of("rackspace-cloudfiles-uk") : Optional.empty();
    }

    /** The authentication of version 1 and the names that stood for it. */
    private static boolean isGone(String authUrl) {
        return !authUrl.isEmpty() && !authUrl.contains("identity.");
    }
}
