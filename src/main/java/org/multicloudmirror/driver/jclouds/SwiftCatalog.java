package org.multicloudmirror.driver.jclouds;

import static java.util.Objects.requireNonNull;

import com.google.common.base.Supplier;
import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.TypeLiteral;
import com.google.inject.name.Names;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jclouds.openstack.keystone.catalog.ServiceEndpoint;
import org.jclouds.openstack.keystone.config.KeystoneProperties;
import org.multicloudmirror.http.Endpoint;
import org.multicloudmirror.storage.RejectedException;

/** An account's storage URLs, as the identity service's catalog has them: some of each region. */
final class SwiftCatalog {

    private final JcloudsSettings settings;
    private final Supplier<List<ServiceEndpoint>> services;
    private final String type;

    SwiftCatalog(JcloudsSettings settings, Injector injector) {
        this.settings = settings;
        this.services = injector.getInstance(Key.get(new TypeLiteral<Supplier<List<ServiceEndpoint>>>() {}));
        this.type = injector.getInstance(Key.get(String.class, Names.named(KeystoneProperties.SERVICE_TYPE)));
    }

    /**
     * The URL of the region that is set, or of the only one, or of the account's default.
     *
     * @param defaultRegion empty when the login told none
     * @throws RejectedException when the catalog has none that fits; the message lists what it has
     */
    String url(String defaultRegion) {
        Map<String, String> byRegion = byRegion();
        String region = settings.region();
        if (region.isEmpty()) {
            region = byRegion.size() == 1 ? byRegion.keySet().iterator().next() : defaultRegion;
        }
        String url = byRegion.get(region);
        if (url == null) {
            throw new RejectedException(settings + ": "
                    + (settings.region().isEmpty()
                            ? "the account has more than one region"
                            : "the account has no region \"" + settings.region() + "\"")
                    + "; set " + settings.property("region") + " to one of " + String.join(", ", byRegion.keySet()));
        }
        return url;
    }

    private Map<String, String> byRegion() {
        Map<CatalogInterface, Map<String, String>> all = new EnumMap<>(CatalogInterface.class);
        for (ServiceEndpoint each : requireNonNull(services.get())) {
            if (each.type().equals(type)) {
                String region = each.regionId() == null ? "" : each.regionId();
                CatalogInterface.ofName(each.iface().name())
                        .ifPresent(access -> all.computeIfAbsent(access, none -> new TreeMap<>())
                                .putIfAbsent(region, each.url().toString()));
            }
        }
        CatalogInterface wanted = settings.place().access();
        Map<String, String> found = all.getOrDefault(
                wanted == null ? CatalogInterface.PUBLIC : wanted,
                wanted == null ? all.getOrDefault(CatalogInterface.INTERNAL, Map.of()) : Map.of());
        if (found.isEmpty()) {
            throw new RejectedException(settings + ": the identity service's catalog has no "
                    + (wanted == null ? "" : wanted + " ") + "URL of an object store for this user; "
                    + (all.isEmpty() || wanted == null
                            ? "check the project, or set " + settings.property("storage-url")
                            : "set " + settings.property("interface") + " to "
                                    + all.keySet().stream()
                                            .map(CatalogInterface::toString)
                                            .collect(Collectors.joining(" or "))));
        }
        return found;
    }

    /** A service's word for a place. */
    Endpoint parsed(String url) {
        try {
            return Endpoint.parse(url);
        } catch (IllegalArgumentException e) {
            throw new RejectedException(settings + ": the identity service tells the storage URL " + e.getMessage()
                    + " in " + settings.property("storage-url"));
        }
    }
}
