package org.multicloudmirror.stores;

import java.util.Map;

/**
 * A login at Swift as some place has it; what the place does not tell is empty.
 *
 * @param provider jclouds' id
 * @param endpoint of the identity service
 * @param identity the user, or an application credential's id
 * @param credential never shown
 * @param region where the containers are
 * @param options jclouds properties
 */
record SwiftLogin(
        String provider,
        String endpoint,
        String identity,
        String credential,
        String region,
        Map<String, String> options) {

    SwiftLogin {
        options = Map.copyOf(options);
    }

    /** Without the credential. */
    @Override
    public String toString() {
        return identity + " at " + (endpoint.isEmpty() ? provider : endpoint);
    }
}
