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
 * @param place where the objects are; for Swift alone
 * @param storagePolicy of the containers that are created; for Swift alone, empty for the service's own choice
 */
public record JcloudsSettings(
        String name,
        String provider,
        String endpoint,
        String identity,
        String credential,
        String region,
        Map<String, String> options,
        SwiftPlace place,
        String storagePolicy) {

    public JcloudsSettings {
        options = Map.copyOf(options);
    }

    /** A store whose objects are where its login tells, with the policies that it has. */
    public JcloudsSettings(
            String name,
            String provider,
            String endpoint,
            String identity,
            String credential,
            String region,
            Map<String, String> options) {
        this(name, provider, endpoint, identity, credential, region, options, SwiftPlace.OF_LOGIN, "");
    }

    /** Whether a login is for the same service as this one, whoever logs in. */
    public boolean isOfSameService(JcloudsSettings other) {
        return other.with(identity, credential).equals(this);
    }

    private JcloudsSettings with(String user, String password) {
        return new JcloudsSettings(name, provider, endpoint, user, password, region, options, place, storagePolicy);
    }

    /** A property of this store, as a user writes it. */
    String property(String property) {
        return "mirror.stores." + name + "." + property;
    }

    /** Whether it is a Swift, behind whichever identity service. */
    boolean isSwift() {
        return provider.equals("openstack-swift") || provider.startsWith("rackspace-");
    }

    /** Without the credential. */
    @Override
    public String toString() {
        return "store " + name + " (" + provider + (endpoint.isEmpty() ? "" : " at " + endpoint) + ")";
    }
}
