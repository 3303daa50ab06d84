package org.multicloudmirror.stores;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.multicloudmirror.driver.jclouds.JcloudsSettings;
import org.multicloudmirror.settings.InvalidSettingException;
import org.multicloudmirror.settings.Settings;
import org.multicloudmirror.settings.StoreProperty;
import org.multicloudmirror.storage.AccessDeniedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the login of a jclouds store comes from: its properties, and for Swift and Rackspace the files and variables of
 * their own tools. What the store's properties say of service and region holds in any case.
 */
final class SwiftLogins {

    static final String SWIFT = "openstack-swift";
    static final String RACKSPACE = "rackspace-cloudfiles-us";

    private static final Logger LOG = LoggerFactory.getLogger(SwiftLogins.class);

    private final String store;
    private final Settings settings;
    private final Places places;

    SwiftLogins(String store, Settings settings, Places places) {
        this.store = store;
        this.settings = settings;
        this.places = places;
    }

    /**
     * The settings of the first place that has a login.
     *
     * @throws InvalidSettingException when a place has one that cannot be used
     */
    JcloudsSettings find() {
        String provider = text(StoreProperty.PROVIDER);
        if (!provider.isEmpty() && !provider.equals(SWIFT) && !provider.startsWith("rackspace-")) {
            return merged(login(text(StoreProperty.IDENTITY), text(StoreProperty.CREDENTIAL)));
        }
        List<Source<SwiftLogin>> sources = List.of(
                new Source<>(property("identity") + " and .credential", this::ofStore),
                CloudFilesCfg.source(places.home().resolve(".cloudfiles.cfg")),
                CloudFilesCfg.source(places.etc().resolve("cloudfiles.cfg")),
                OpenStackVariables.source(places),
                OpenStackVariables.oldSource(places));
        Source.Found<SwiftLogin> found = Source.first(sources.stream()
                        .map(source -> new Source<>(
                                source.place(),
                                () -> source.search().get().filter(login -> isOfThisService(source.place(), login))))
                        .toList())
                .orElseThrow(() -> new AccessDeniedException("store " + store + ": no credentials found; set "
                        + property("identity") + " and .credential. These places were asked: "
                        + Source.places(sources)));
        LOG.debug(
                "store {}: credentials from {} (user {})",
                store,
                found.place(),
                found.value().identity());
        return merged(found.value());
    }

    private Optional<SwiftLogin> ofStore() {
        Named identity = new Named(property("identity"), text(StoreProperty.IDENTITY));
        Named credential = new Named(property("credential"), text(StoreProperty.CREDENTIAL));
        return Named.areBothSet(identity, credential)
                ? Optional.of(login(identity.value(), credential.value()))
                : Optional.empty();
    }

    /** A password that was written for one service is not sent to another. */
    private boolean isOfThisService(String place, SwiftLogin login) {
        String own = text(StoreProperty.ENDPOINT);
        if (own.isEmpty() || login.endpoint().isEmpty() || host(own).equals(host(login.endpoint()))) {
            return true;
        }
        LOG.debug("store {}: {} is for {}, not for {}", store, place, login.endpoint(), own);
        return false;
    }

    private JcloudsSettings merged(SwiftLogin login) {
        String endpoint = first(text(StoreProperty.ENDPOINT), login.endpoint());
        String provider = first(text(StoreProperty.PROVIDER), login.provider());
        Map<String, String> options = new HashMap<>(login.options());
        options.putAll(settings.optionsOf(store));
        return new JcloudsSettings(
                store,
                first(provider, endpoint.isEmpty() ? RACKSPACE : SWIFT),
                endpoint,
                login.identity(),
                login.credential(),
                first(text(StoreProperty.REGION), login.region()),
                options);
    }

    private static SwiftLogin login(String identity, String credential) {
        return new SwiftLogin("", "", identity, credential, "", Map.of());
    }

    private String text(StoreProperty property) {
        return settings.ofStore(store, property);
    }

    private String property(String property) {
        return "mirror.stores." + store + "." + property;
    }

    private static String host(String url) {
        try {
            return URI.create(url).getHost();
        } catch (IllegalArgumentException e) {
            return url;
        }
    }

    private static String first(String one, String other) {
        return one.isEmpty() ? other : one;
    }
}
