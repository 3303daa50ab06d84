package org.multicloudmirror.metrics;

import java.time.Instant;
import java.util.Optional;

/** When a scenario is to run. */
public interface Timetable {

    /** The first time behind a moment; empty when there is none. */
    Optional<Instant> after(Instant moment);

    /** The first time from a moment on at which a run may begin that waits for no time of day. */
    default Optional<Instant> notBefore(Instant moment) {
        return Optional.of(moment);
    }

    /** Whether these are times of day, which come whatever ended when. */
    default boolean isByTheClock() {
        return false;
    }

    /** Whether these are looks, of which only those run that see a change. */
    default boolean isOnChange() {
        return false;
    }
}
