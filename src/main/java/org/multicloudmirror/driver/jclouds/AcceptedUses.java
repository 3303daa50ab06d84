package org.multicloudmirror.driver.jclouds;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** When a login was last good for reading and for writing a container. Safe for use by many threads. */
final class AcceptedUses {

    private final Map<String, Instant> reads = new ConcurrentHashMap<>();
    private final Map<String, Instant> writes = new ConcurrentHashMap<>();

    /**
     * A request was not refused for its token.
     *
     * @param container that it was about; empty for the account
     * @param sent when it went out
     */
    void add(String container, boolean isWrite, Instant sent) {
        (isWrite ? writes : reads).put(container, sent);
    }

    /** Whether one like it was not since a time. */
    boolean has(String container, boolean isWrite, Instant since) {
        Instant last = (isWrite ? writes : reads).get(container);
        return last != null && last.isAfter(since);
    }
}
