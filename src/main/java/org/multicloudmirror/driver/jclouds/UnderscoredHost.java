package org.multicloudmirror.driver.jclouds;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.multicloudmirror.http.Endpoint;

/**
 * Another name for an identity service whose own has an underscore: jclouds takes addresses apart by {@link URI}, which
 * has no host for such a one. What jclouds sends there goes to the service all the same.
 */
final class UnderscoredHost {

    /** No service has it (RFC 6761, section 6.4). */
    private static final String STAND_IN = "identity-service.invalid";

    private final @Nullable Endpoint service;

    private UnderscoredHost(@Nullable Endpoint service) {
        this.service = service;
    }

    /**
     * Of an endpoint as the user wrote it.
     *
     * @param endpoint empty for the provider's own
     * @throws IllegalArgumentException when it is none
     */
    static UnderscoredHost of(String endpoint) {
        if (endpoint.isEmpty()) {
            return new UnderscoredHost(null);
        }
        Endpoint parsed = Endpoint.parse(endpoint);
        return new UnderscoredHost(parsed.host().indexOf('_') < 0 ? null : parsed);
    }

    /** What jclouds is told in place of an endpoint. */
    String told(String endpoint) {
        return service == null
                ? endpoint
                : new Endpoint(service.scheme(), STAND_IN, service.port(), service.path()).toString();
    }

    /** Where it is to go instead. */
    Endpoint real(Endpoint told) {
        return service == null || !told.host().equals(STAND_IN)
                ? told
                : new Endpoint(told.scheme(), service.host(), told.port(), told.path());
    }
}
