package org.multicloudmirror.lease;

import java.time.Duration;
import java.time.Instant;
import org.multicloudmirror.storage.LeaseObjects.Found;

/**
 * How long a lease holds. Who has it stops trusting it before anybody else may take it: the margin covers stores that tell
 * whole seconds, rounded either way, and several machines of one store.
 *
 * @param length from the time that it was written, by the store's clock
 */
record LeaseTerm(Duration length) {

    private static final Duration ROUNDING = Duration.ofSeconds(1);
    private static final Duration LEAST_MARGIN = Duration.ofSeconds(2);
    private static final Duration LEAST_SETTLING = Duration.ofSeconds(2);
    private static final Duration MOST_SETTLING = Duration.ofSeconds(10);

    /** When it is anybody's. */
    Instant end(Found found) {
        return found.written().plus(length).plus(ROUNDING);
    }

    /** Whether who has it may still trust it. */
    boolean holds(Found found, Instant now) {
        return now.isBefore(found.written().plus(trusted()));
    }

    /** How long who has it trusts it, from before it was written. */
    Duration trusted() {
        Duration tenth = length.dividedBy(10);
        return length.minus(tenth.compareTo(LEAST_MARGIN) > 0 ? tenth : LEAST_MARGIN);
    }

    /** How often it is renewed. */
    Duration betweenRenewals() {
        return length.dividedBy(4);
    }

    /**
     * How long who wrote waits until it looks whether another one wrote as well, where a store does not compare; a write
     * that took more than half of it from the look before is not relied on.
     */
    Duration settling() {
        Duration some = length.dividedBy(40);
        if (some.compareTo(LEAST_SETTLING) < 0) {
            return LEAST_SETTLING;
        }
        return some.compareTo(MOST_SETTLING) > 0 ? MOST_SETTLING : some;
    }
}
