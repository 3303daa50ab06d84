package org.multicloudmirror.stores;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.multicloudmirror.driver.jclouds.ApplicationCredentials;
import org.multicloudmirror.driver.jclouds.Door;
import org.multicloudmirror.driver.jclouds.SwiftPlace;
import org.multicloudmirror.settings.InvalidSettingException;

/** The variables of OpenStack's own clients, as an {@code openrc} file sets them. */
final class OpenStackVariables {

    private static final String TENANT = "jclouds.keystone.tenant-";
    private static final String SCOPE = "jclouds.keystone.scope";
    private static final String PROJECT_DOMAIN = "jclouds.keystone.project-domain-";

    private final Places places;

    private OpenStackVariables(Places places) {
        this.places = places;
    }

    static Source<SwiftLogin> source(Places places) {
        OpenStackVariables variables = new OpenStackVariables(places);
        return new Source<>(
                "OS_AUTH_URL, OS_USERNAME, OS_PASSWORD and their like",
                () -> variables.read().or(variables::token).map(login -> login.at(variables.place())));
    }

    /** The variables of the {@code swift} command for its first authentication. */
    static Source<SwiftLogin> oldSource(Places places) {
        OpenStackVariables variables = new OpenStackVariables(places);
        return new Source<>(
                "ST_AUTH, ST_USER and ST_KEY", () -> variables.readOld().map(login -> login.at(variables.place())));
    }

    /** What python-swiftclient takes of them, whichever the login is; its own variable counts before that of others. */
    private SwiftPlace place() {
        String type = text("OS_ENDPOINT_TYPE");
        return SwiftPlaces.of(
                new Named("OS_STORAGE_URL", text("OS_STORAGE_URL")),
                type.isEmpty() ? new Named("OS_INTERFACE", text("OS_INTERFACE")) : new Named("OS_ENDPOINT_TYPE", type),
                text("OS_AUTH_TOKEN"));
    }

    /** Somebody has logged in already, and told both what they got. */
    private Optional<SwiftLogin> token() {
        return text("OS_STORAGE_URL").isEmpty() || text("OS_AUTH_TOKEN").isEmpty()
                ? Optional.empty()
                : Optional.of(new SwiftLogin(SwiftLogins.SWIFT, "", "", "", "", Map.of()));
    }

    private Optional<SwiftLogin> readOld() {
        String url = text("ST_AUTH");
        return url.isEmpty() || text("ST_USER").isEmpty()
                ? Optional.empty()
                : Optional.of(new SwiftLogin(
                        SwiftLogins.SWIFT, url, text("ST_USER"), needed("ST_KEY", "ST_USER"), "", Door.V1.options()));
    }

    private Optional<SwiftLogin> read() {
        String url = text("OS_AUTH_URL");
        if (url.isEmpty()) {
            return Optional.empty();
        }
        if (!text("OS_APPLICATION_CREDENTIAL_ID").isEmpty()
                || !text("OS_APPLICATION_CREDENTIAL_NAME").isEmpty()) {
            return Optional.of(applicationCredential(url));
        }
        if (!text("OS_USER_ID").isEmpty() && text("OS_USERNAME").isEmpty()) {
            throw new InvalidSettingException("OS_USER_ID is set and OS_USERNAME is not; set the user's name");
        }
        return text("OS_USERNAME").isEmpty() ? Optional.empty() : Optional.of(password(url));
    }

    private SwiftLogin applicationCredential(String url) {
        String id = needed("OS_APPLICATION_CREDENTIAL_ID", "OS_APPLICATION_CREDENTIAL_NAME");
        String secret = needed("OS_APPLICATION_CREDENTIAL_SECRET", "OS_APPLICATION_CREDENTIAL_ID");
        Map<String, String> options = new HashMap<>(Door.V3.options());
        options.put(Door.CREDENTIAL_TYPE, ApplicationCredentials.TYPE);
        return new SwiftLogin(SwiftLogins.SWIFT, versioned(url, "/v3"), id, secret, text("OS_REGION_NAME"), options);
    }

    private SwiftLogin password(String url) {
        Optional<String> rackspace = CloudFilesCfg.rackspace(url);
        Door door = rackspace.isPresent() ? Door.V2 : door(url);
        Map<String, String> options = new HashMap<>(door.options());
        options.putAll(
                switch (door) {
                    case V1 -> Map.of();
                    case V2 -> tenant();
                    case V3 -> scope();
                });
        String endpoint =
                switch (door) {
                    case V1 -> url;
                    case V2 -> versioned(url, "/v2.0");
                    case V3 -> versioned(url, "/v3");
                };
        return new SwiftLogin(
                rackspace.orElse(SwiftLogins.SWIFT),
                rackspace.isPresent() ? "" : endpoint,
                text("OS_USERNAME"),
                needed("OS_PASSWORD", "OS_USERNAME"),
                // the one URL of this door is of no region
                door == Door.V1 ? "" : text("OS_REGION_NAME"),
                options);
    }

    /** As the variables say, or else the URL; today's Keystone when neither does. */
    private Door door(String url) {
        String version = first("OS_IDENTITY_API_VERSION", "OS_AUTH_VERSION");
        if (version.isEmpty()) {
            boolean isTwo = url.matches(".*/v2\\.0/*");
            return isTwo || Door.of(url) != Door.V2 ? Door.of(url) : Door.V3;
        }
        return switch (version.charAt(0)) {
            case '1' -> Door.V1;
            case '2' -> Door.V2;
            case '3' -> Door.V3;
            default ->
                throw new InvalidSettingException(
                        "OS_IDENTITY_API_VERSION or OS_AUTH_VERSION is \"" + version + "\"; write 1.0, 2.0 or 3");
        };
    }

    private Map<String, String> tenant() {
        Map<String, String> options = new HashMap<>();
        options.put(Door.CREDENTIAL_TYPE, "passwordCredentials");
        put(options, TENANT + "name", first("OS_TENANT_NAME", "OS_PROJECT_NAME"));
        if (options.size() == 1) {
            put(options, TENANT + "id", first("OS_TENANT_ID", "OS_PROJECT_ID"));
        }
        return options;
    }

    /** jclouds calls the user's domain a tenant, too. Without any domain it is Keystone's default one. */
    private Map<String, String> scope() {
        Map<String, String> options = new HashMap<>();
        String domain = first("OS_USER_DOMAIN_NAME", "OS_DOMAIN_NAME");
        if (domain.isEmpty()) {
            String id = first("OS_USER_DOMAIN_ID", "OS_DOMAIN_ID");
            options.put(TENANT + "id", id.isEmpty() ? "default" : id);
        } else {
            options.put(TENANT + "name", domain);
        }
        String id = first("OS_PROJECT_ID", "OS_TENANT_ID");
        String name = first("OS_PROJECT_NAME", "OS_TENANT_NAME");
        if (!id.isEmpty()) {
            options.put(SCOPE, "projectId:" + id);
        } else if (!name.isEmpty()) {
            options.put(SCOPE, "project:" + name);
        }
        put(options, PROJECT_DOMAIN + "name", text("OS_PROJECT_DOMAIN_NAME"));
        if (text("OS_PROJECT_DOMAIN_NAME").isEmpty()) {
            put(options, PROJECT_DOMAIN + "id", text("OS_PROJECT_DOMAIN_ID"));
        }
        return options;
    }

    /** A URL with a version, whether it had none, this one or another. */
    private static String versioned(String url, String version) {
        return url.replaceFirst("/+$", "").replaceFirst("/v(2\\.0|3)$", "") + version;
    }

    private String needed(String name, String because) {
        String value = text(name);
        if (value.isEmpty()) {
            throw new InvalidSettingException(because + " is set and " + name + " is not; set both or neither");
        }
        return value;
    }

    private static void put(Map<String, String> options, String name, String value) {
        if (!value.isEmpty()) {
            options.put(name, value);
        }
    }

    private String first(String one, String other) {
        return text(one).isEmpty() ? text(other) : text(one);
    }

    private String text(String name) {
        return places.variable(name);
    }
}
