package org.multicloudmirror.stores;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.multicloudmirror.driver.jclouds.JcloudsSettings;
import org.multicloudmirror.driver.jclouds.SwiftPlace;
import org.multicloudmirror.http.Endpoint;
import org.multicloudmirror.rotation.Origin;
import org.multicloudmirror.rotation.Rotating;
import org.multicloudmirror.settings.InvalidSettingException;
import org.multicloudmirror.settings.Settings;
import org.multicloudmirror.settings.StoreProperty;
import org.multicloudmirror.settings.WrittenSettings;
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
    private final Places places;
    private final WrittenSettings written;
    private Settings settings;

    /** Of the login that was found; empty for a provider that has one only. */
    private String place = "";

    SwiftLogins(String store, Settings settings, Places places) {
        this.store = store;
        this.settings = settings;
        this.places = places;
        this.written = new WrittenSettings(settings, Set.of(property("identity"), property("credential")));
    }

    /**
     * The settings of the first place that has a login, which is read again there when it was replaced.
     *
     * @throws InvalidSettingException when a place has one that cannot be used
     */
    Rotating<JcloudsSettings> rotating() {
        JcloudsSettings first = find();
        return new Rotating<>(first, new Origin<>() {
            @Override
            public List<Path> files() {
                return place.isEmpty() ? written.files() : Source.files(sources(), place);
            }

            @Override
            public JcloudsSettings read() {
                settings = written.read();
                JcloudsSettings found = place.isEmpty() ? ofOther() : merged(place, Source.again(sources(), place));
                if (!first.isOfSameService(found)) {
                    throw new InvalidSettingException(
                            place + " names another service than before; restart to log in there");
                }
                return found;
            }
        });
    }

    /**
     * The settings of the first place that has a login.
     *
     * @throws InvalidSettingException when a place has one that cannot be used
     */
    JcloudsSettings find() {
        String provider = text(StoreProperty.PROVIDER);
        if (!provider.isEmpty() && !provider.equals(SWIFT) && !provider.startsWith("rackspace-")) {
            return ofOther();
        }
        List<Source<SwiftLogin>> sources = sources();
        Source.Found<SwiftLogin> found = Source.first(sources)
                .orElseThrow(() -> new AccessDeniedException("store " + store + ": no credentials found; set "
                        + property("identity") + " and .credential. These places were asked: "
                        + Source.places(sources)));
        place = found.place();
        String user = found.value().identity();
        LOG.debug(
                "store {}: credentials from {} ({})",
                store,
                found.place(),
                user.isEmpty() ? "a token" : "user " + user);
        return merged(found.place(), found.value());
    }

    /** Of a provider that is no Swift. */
    private JcloudsSettings ofOther() {
        return merged(property(""), login(text(StoreProperty.IDENTITY), text(StoreProperty.CREDENTIAL)));
    }

    private List<Source<SwiftLogin>> sources() {
        return List.of(
                new Source<>(property("identity") + " and .credential", written::files, this::ofStore),
                ofThisService(CloudFilesCfg.source(places.home().resolve(".cloudfiles.cfg"))),
                ofThisService(CloudFilesCfg.source(places.etc().resolve("cloudfiles.cfg"))),
                ofThisService(OpenStackVariables.source(places)),
                ofThisService(OpenStackVariables.oldSource(places)));
    }

    private Optional<SwiftLogin> ofStore() {
        Named identity = new Named(property("identity"), text(StoreProperty.IDENTITY));
        Named credential = new Named(property("credential"), text(StoreProperty.CREDENTIAL));
        return Named.areBothSet(identity, credential)
                ? Optional.of(login(identity.value(), credential.value()))
                : Optional.empty();
    }

    /** What was written for one service is not sent to another, nor to the same one unencrypted. */
    private Source<SwiftLogin> ofThisService(Source<SwiftLogin> source) {
        return new Source<>(source.place(), source.files(), () -> source.search()
                .get()
                .filter(login -> isOfThisService(source.place(), login)));
    }

    private boolean isOfThisService(String place, SwiftLogin login) {
        String own = text(StoreProperty.ENDPOINT);
        boolean isOf = login.identity().isEmpty()
                ? own.isEmpty() && isTokenOf(login, text(StoreProperty.STORAGE_URL))
                : own.isEmpty() || isPasswordOf(place, login, own);
        if (!isOf) {
            LOG.debug("store {}: {} is for {}, not for {}", store, place, login, own);
        }
        return isOf;
    }

    /** A Rackspace login names no service: it is for Rackspace's, or for one that the store calls Rackspace's. */
    private boolean isPasswordOf(String place, SwiftLogin login, String own) {
        if (!login.endpoint().isEmpty()) {
            return endpoint(place + ": the URL", login.endpoint()).isSameOrigin(endpoint(property("endpoint"), own));
        }
        return text(StoreProperty.PROVIDER).startsWith("rackspace-")
                || CloudFilesCfg.rackspace(own).isPresent();
    }

    private boolean isTokenOf(SwiftLogin login, String storage) {
        Endpoint written = login.place().storage();
        return storage.isEmpty()
                || (written != null && written.isSameOrigin(endpoint(property("storage-url"), storage)));
    }

    private static Endpoint endpoint(String name, String text) {
        try {
            return Endpoint.parse(text);
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingException(name + " is " + e.getMessage());
        }
    }

    private JcloudsSettings merged(String place, SwiftLogin login) {
        String own = text(StoreProperty.ENDPOINT);
        String endpoint = first(own, login.endpoint());
        if (!endpoint.isEmpty()) {
            endpoint(own.isEmpty() ? place + ": the URL" : property("endpoint"), endpoint);
        }
        String provider = first(text(StoreProperty.PROVIDER), login.provider());
        Map<String, String> options = new HashMap<>(login.options());
        options.putAll(settings.optionsOf(store));
        SwiftPlace written = SwiftPlaces.of(
                new Named(property("storage-url"), text(StoreProperty.STORAGE_URL)),
                new Named(property("interface"), text(StoreProperty.INTERFACE)),
                "");
        return new JcloudsSettings(
                store,
                first(provider, endpoint.isEmpty() ? RACKSPACE : SWIFT),
                endpoint,
                login.identity(),
                login.credential(),
                first(text(StoreProperty.REGION), login.region()),
                options,
                SwiftPlaces.first(written, login.place()),
                text(StoreProperty.STORAGE_POLICY));
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

    private static String first(String one, String other) {
        return one.isEmpty() ? other : one;
    }
}
