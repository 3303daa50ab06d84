package org.multicloudmirror.driver.quirk;

import java.time.Duration;
import java.time.InstantSource;

/**
 * How long a store's quirks are believed without being shown again: a service runs for weeks, and servers are updated.
 *
 * @param store the store's name, for the log
 * @param kept how long what was learnt holds
 * @param clock tells when it was learnt
 */
public record QuirkMemory(String store, Duration kept, InstantSource clock) {

    private static final Duration HOUR = Duration.ofHours(1);

    /** An hour. */
    public static QuirkMemory of(String store) {
        return new QuirkMemory(store, HOUR, new SteadyClock());
    }

    /** The same for what is dear to learn. */
    public QuirkMemory keeping(Duration longer) {
        return new QuirkMemory(store, longer, clock);
    }
}
