package org.multicloudmirror.stores;

import java.util.TreeMap;
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
            return "swift at " + storage.authority() + storage.path();
        }
        boolean isSwift =
                login.provider().equals(SwiftLogins.SWIFT) || login.provider().startsWith("rackspace-");
        String account = isSwift ? account(login) : login.identity() + " " + new TreeMap<>(login.options());
        return String.join(" ", login.provider(), place(login.endpoint(), false), login.region(), account);
    }

    /** Users of one project share its account. */
    private static String account(JcloudsSettings login) {
        return login.options().entrySet().stream()
                .filter(option -> option.getKey().endsWith("keystone.scope"))
                .map(option -> option.getValue())
                .findFirst()
                .orElseGet(() -> login.identity().replaceFirst(":.*", ""));
    }

    private static String place(String url, boolean withPath) {
        if (url.isEmpty()) {
            return "";
        }
        try {
            Endpoint endpoint = Endpoint.parse(url);
            return endpoint.authority() + (withPath ? endpoint.path() : "");
        } catch (IllegalArgumentException e) {
            return url;
        }
    }
}
