package org.multicloudmirror.metrics;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BiConsumer;
import org.multicloudmirror.http.HttpCall;
import org.multicloudmirror.http.RequestObserver;

/** The requests of one store. */
final class StoreRequests implements RequestObserver {

    /** What stores ask for less by; 498 is Swift's. */
    static final List<Integer> THROTTLING = List.of(429, 498, 503);

    /** How a login may end. */
    enum Login {
        OK,
        REFUSED,
        FAILED
    }

    /**
     * Requests that are counted together.
     *
     * @param kind what for
     * @param status how answered
     */
    record Group(RequestKind kind, StatusClass status) {}

    private final LongAdder inFlight = new LongAdder();
    private final Map<Group, Latency> latencies = new ConcurrentHashMap<>();
    private final Map<Integer, LongAdder> throttled = new ConcurrentHashMap<>();
    private final Counts<Login> logins = new Counts<>(Login.class);

    StoreRequests() {
        THROTTLING.forEach(status -> throttled.put(status, new LongAdder()));
    }

    @Override
    public void began(HttpCall call) {
        inFlight.increment();
    }

    @Override
    public void ended(HttpCall call, int status, long nanos) {
        inFlight.decrement();
        Group group = new Group(RequestKind.of(call), StatusClass.of(status));
        latencies.computeIfAbsent(group, first -> new Latency()).add(nanos);
        LongAdder throttling = throttled.get(status);
        if (throttling != null) {
            throttling.increment();
        }
        if (group.kind() == RequestKind.LOGIN) {
            logins.add(login(group.status()), 1);
        }
    }

    private static Login login(StatusClass status) {
        return switch (status) {
            case SUCCESS -> Login.OK;
            case CLIENT_ERROR -> Login.REFUSED;
            case NONE, INFORMATIONAL, REDIRECTION, SERVER_ERROR -> Login.FAILED;
        };
    }

    long inFlight() {
        return inFlight.sum();
    }

    void forEach(BiConsumer<Group, Latency> action) {
        latencies.forEach(action);
    }

    /** How often a status asked for less. */
    long throttled(int status) {
        LongAdder count = throttled.get(status);
        return count == null ? 0 : count.sum();
    }

    Counts<Login> logins() {
        return logins;
    }
}
