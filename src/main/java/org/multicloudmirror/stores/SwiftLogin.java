package org.multicloudmirror.stores;

import java.util.Map;
import org.multicloudmirror.driver.jclouds.SwiftPlace;

/**
 * A login at Swift as some place has it; what the place does not tell is empty.
 *
 * @param provider jclouds' id
 * @param endpoint of the identity service
 * @param identity the user, or an application credential's id
 * @param credential never shown
 * @param region where the containers are
 * @param options jclouds properties
 * @param place where the objects are, as the same place tells
 */
record SwiftLogin(
        String provider,
        String endpoint,
        String identity,
        String credential,
        String region,
        Map<String, String> options,
        SwiftPlace place) {

    SwiftLogin {
        options = Map.copyOf(options);
    }

    /** A login that says nothing of where the objects are. */
    SwiftLogin(
            String provider,
            String endpoint,
            String identity,
            String credential,
            String region,
            Map<String, String> options) {
        this(provider, endpoint, identity, credential, region, options, SwiftPlace.OF_LOGIN);
    }

    SwiftLogin at(SwiftPlace other) {
        return new SwiftLogin(provider, endpoint, identity, credential, region, options, other);
    }

    /** Without the credential. */
    @Override
    public String toString() {
        return (identity.isEmpty() ? "a token" : identity) + " at " + (endpoint.isEmpty() ? provider : endpoint);
    }
}
