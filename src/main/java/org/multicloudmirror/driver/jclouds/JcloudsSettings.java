package org.multicloudmirror.driver.jclouds;

import java.util.Map;

/**
 * How jclouds is to reach one store.
 *
 * @param name the store's name, for messages
 * @param provider jclouds' id of the provider or API, such as {@code openstack-swift}
 * @param endpoint empty for the provider's own
 * @param identity user, tenant:user or access key, as the provider wants it
 * @param credential password, API key or secret; never shown
 * @param region empty for the only one that the catalog has, or the account's default
 * @param options further jclouds properties, by their own names
 */
public record JcloudsSettings(
        String name,
        String provider,
        String endpoint,
        String identity,
        String credential,
        String region,
        Map<String, String> options) {

    public JcloudsSettings {
        options = Map.copyOf(options);
    }

    /** Without the credential. */
    @Override
    public String toString() {
        return "store " + name + " (" + provider + (endpoint.isEmpty() ? "" : " at " + endpoint) + ")";
    }
}
