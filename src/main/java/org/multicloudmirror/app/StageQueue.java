package org.multicloudmirror.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.component.seda.SedaEndpoint;
import org.apache.camel.support.EndpointHelper;
import org.apache.camel.util.StringHelper;

/** A queue between two stages, as a setting names it: its endpoints differ in their options only. */
final class StageQueue {

    static final String TASKS = "{{mirror.queue}}";
    static final String RANGES = "{{mirror.ranges}}";

    private final CamelContext camel;
    private final String place;

    /**
     * @param uri may have placeholders, and options, which do not matter
     */
    StageQueue(CamelContext camel, String uri) {
        this.camel = camel;
        this.place = place(uri);
    }

    /** Whether a URI leads to it. */
    boolean is(String uri) {
        return place(uri).equals(place);
    }

    /** What of a type waits in it; empty where it is a queue that cannot be looked into. */
    <T> Optional<List<T>> waiting(Class<T> type) {
        List<T> bodies = new ArrayList<>();
        boolean isSeda = false;
        for (Endpoint endpoint : camel.getEndpoints()) {
            if (endpoint instanceof SedaEndpoint queue && place.equals(withoutOptions(endpoint.getEndpointUri()))) {
                isSeda = true;
                for (Exchange waiting : queue.getQueue()) {
                    Object body = waiting.getMessage().getBody();
                    if (type.isInstance(body)) {
                        bodies.add(type.cast(body));
                    }
                }
            }
        }
        return isSeda ? Optional.of(bodies) : Optional.empty();
    }

    /** How much waits in it, of any type; 0 where it is a queue that cannot be looked into. */
    int size() {
        return camel.getEndpoints().stream()
                .filter(SedaEndpoint.class::isInstance)
                .map(SedaEndpoint.class::cast)
                .filter(queue -> place.equals(withoutOptions(queue.getEndpointUri())))
                // endpoints of one queue that differ in options share it
                .mapToInt(SedaEndpoint::getCurrentQueueSize)
                .max()
                .orElse(0);
    }

    private String place(String uri) {
        return withoutOptions(EndpointHelper.normalizeEndpointUri(camel.resolvePropertyPlaceholders(uri)));
    }

    private static String withoutOptions(String uri) {
        return StringHelper.before(uri, "?", uri);
    }
}
