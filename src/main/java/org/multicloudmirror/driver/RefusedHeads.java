package org.multicloudmirror.driver;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.multicloudmirror.http.HttpReply;

/**
 * Why HEADs are refused, which their answers cannot tell, as they have no body: the first of each status is asked again
 * as a GET of one byte. What that says holds for a while for all like it; a service is not asked twice an object
 * because it refuses.
 */
final class RefusedHeads {

    private static final Duration REMEMBERED = Duration.ofMinutes(10);

    /** Gone, changed, throttled or failed for now explain themselves. */
    private static final Set<Integer> UNEXPLAINED = Set.of(400, 401, 402, 403);

    private record Reason(ServiceError error, Instant known) {}

    private final Map<Integer, Reason> reasons = new HashMap<>();

    /**
     * What a refused HEAD means.
     *
     * @param get asks for one byte of the same object
     */
    ServiceError explained(HttpReply head, Supplier<HttpReply> get) {
        ServiceError told = ServiceError.of(head);
        return told.isExplained() || !UNEXPLAINED.contains(told.status()) ? told : reason(told, get);
    }

    private synchronized ServiceError reason(ServiceError told, Supplier<HttpReply> get) {
        Reason known = reasons.get(told.status());
        if (known == null || known.known().isBefore(Instant.now().minus(REMEMBERED))) {
            known = new Reason(asked(told, get), Instant.now());
            reasons.put(told.status(), known);
        }
        return known.error();
    }

    private static ServiceError asked(ServiceError told, Supplier<HttpReply> get) {
        try (HttpReply reply = get.get()) {
            if (reply.isSuccess()) {
                return new ServiceError(told.status(), told.code(), "its HEAD is refused, its GET is not");
            }
            // another answer (that this object is gone, that there were too many requests) is none for the others
            return reply.status() == told.status() ? ServiceError.of(reply) : told;
        }
    }
}
