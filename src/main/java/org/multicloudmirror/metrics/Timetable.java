package org.multicloudmirror.metrics;

import java.time.Instant;
import java.util.Optional;

/** When a scenario is to run. */
public interface Timetable {

    /** The first time behind a moment; empty when there is none. */
    Optional<Instant> after(Instant moment);

    /** Whether these are times of day, which come whatever ended when. */
    default boolean isByTheClock() {
        return false;
    }

    /** Whether these are looks, of which only those run that see a change. */
    default boolean isOnChange() {
        return false;
    }
}
