package org.multicloudmirror.stores;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.multicloudmirror.driver.jclouds.Door;
import org.multicloudmirror.driver.jclouds.JcloudsSettings;
import org.multicloudmirror.http.Endpoint;
import org.multicloudmirror.settings.InvalidSettingException;
import org.multicloudmirror.settings.Settings;
import org.multicloudmirror.settings.StoreProperty;
import org.multicloudmirror.storage.StoreException;

/**
 * Which service and account a store's name stands for, as far as the settings and the places of logins tell; no server is
 * asked. Two names of one place have the same text; where nothing tells, the name stands for itself.
 */
final class ServiceNames {

    private static final Pattern LOOPBACK = Pattern.compile("localhost|127\\.\\d+\\.\\d+\\.\\d+|::1|(0+:){7}0*1");

    private final Settings settings;
    private final Places places;

    ServiceNames(Settings settings, Places places) {
        this.settings = settings;
        this.places = places;
    }

    /** The service behind a store's name. */
    String of(String store) {
        try {
            return settings.ofStore(store, StoreProperty.DRIVER).equals("jclouds") ? jclouds(store) : s3(store);
        } catch (StoreException | InvalidSettingException e) {
            // who runs it is told
            return "store " + store;
        }
    }

    /** A bucket's name is there once in all of AWS, and mostly once at other services. */
    private String s3(String store) {
        String endpoint = S3Stores.endpoint(store, settings);
        String where = place(endpoint, true);
        if (where.isEmpty() || where.matches("([a-z0-9-]+\\.)*amazonaws\\.com")) {
            return "s3 at amazonaws.com";
        }
        return "s3 at " + where;
    }

    /** A container's name is there once in an account and region. */
    private String jclouds(String store) {
        JcloudsSettings login = new SwiftLogins(store, settings, places).find();
        Endpoint storage = login.place().storage();
        if (storage != null) {
            return swift(storage);
        }
        boolean isSwift =
                login.provider().equals(SwiftLogins.SWIFT) || login.provider().startsWith("rackspace-");
        String account = isSwift ? account(login) : login.identity() + " " + new TreeMap<>(login.options());
        return String.join(" ", login.provider(), place(login.endpoint(), false), login.region(), account);
    }

    /** The account of a storage URL, whichever login told it. */
    static String swift(Endpoint storage) {
        return "swift at " + folded(storage).authority() + storage.path();
    }

    /** Users of one project share its account. */
    private static String account(JcloudsSettings login) {
        if (!isThird(login)) {
            return option(login, "keystone.tenant-name")
                    .or(() -> option(login, "keystone.tenant-id"))
                    .orElseGet(() -> beforeColon(login.identity()));
        }
        // a name is there once in its domain, which is the user's where none is told; an id is there once
        return option(login, "keystone.scope")
                .map(scope -> scope.startsWith("project:") ? scope + " of " + domain(login) : scope)
                .orElseGet(login::identity);
    }

    private static boolean isThird(JcloudsSettings login) {
        return option(login, "keystone.version").map("3"::equals).orElseGet(() -> Door.of(login.endpoint()) == Door.V3);
    }

    private static String domain(JcloudsSettings login) {
        return option(login, "keystone.project-domain-name")
                .or(() -> option(login, "keystone.project-domain-id"))
                .orElseGet(() -> beforeColon(login.identity()));
    }

    private static String beforeColon(String identity) {
        return identity.replaceFirst(":.*", "");
    }

    private static Optional<String> option(JcloudsSettings login, String name) {
        return login.options().entrySet().stream()
                .filter(option -> option.getKey().endsWith(name))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static String place(String url, boolean withPath) {
        if (url.isEmpty()) {
            return "";
        }
        try {
            Endpoint endpoint = folded(Endpoint.parse(url));
            return endpoint.authority() + (withPath ? endpoint.path() : "");
        } catch (IllegalArgumentException e) {
            return url;
        }
    }

    /** This machine has several names for itself. */
    private static Endpoint folded(Endpoint endpoint) {
        return LOOPBACK.matcher(endpoint.host()).matches()
                ? new Endpoint(endpoint.scheme(), "localhost", endpoint.port(), endpoint.path())
                : endpoint;
    }
}
