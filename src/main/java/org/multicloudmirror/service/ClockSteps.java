package org.multicloudmirror.service;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Notices that the clock was put back, by a clock that nobody sets. That it was put forward cannot be told from a machine
 * that slept: what was missed is then for each trigger's own {@code misfire}.
 */
final class ClockSteps {

    /** What waits for less than this need not be set anew; a small step must not run a time twice. */
    static final Duration SMALLEST = Duration.ofMinutes(1);

    private final InstantSource clock;
    private final LongSupplier nanos;
    private Duration ahead;

    /**
     * @param clock the machine's
     * @param nanos those that only go on, such as {@link System#nanoTime}
     */
    ClockSteps(InstantSource clock, LongSupplier nanos) {
        this.clock = clock;
        this.nanos = nanos;
        this.ahead = lead();
    }

    /** How far the clock was put back since the last look, if it was. */
    Optional<Duration> back() {
        Duration now = lead();
        Duration step = ahead.minus(now);
        if (step.compareTo(SMALLEST) >= 0) {
            ahead = now;
            return Optional.of(step);
        }
        if (step.isNegative()) {
            ahead = now;
        }
        return Optional.empty();
    }

    private Duration lead() {
        return Duration.between(Instant.EPOCH, clock.instant()).minusNanos(nanos.getAsLong());
    }
}
