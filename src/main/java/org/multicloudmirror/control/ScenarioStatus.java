package org.multicloudmirror.control;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a scheduled scenario is.
 *
 * @param name its route's id
 * @param scenario what is mirrored
 * @param pausedUntil null when it is not paused; {@link Pauses#UNTIL_RESUMED} when that has no end
 * @param last the last run that ended; null when none is known
 * @param lastSuccess when the last one that was {@code ok} ended; null when none is known
 * @param nextRun when it runs next, as far as can be told
 * @param isLate whether two times of its schedule have passed without a success
 * @param underWay its runs
 */
public record ScenarioStatus(
        String name,
        String scenario,
        Schedule schedule,
        @Nullable Instant pausedUntil,
        @Nullable LastRun last,
        @Nullable Instant lastSuccess,
        @Nullable Instant nextRun,
        boolean isLate,
        List<RunProgress> underWay) {

    public ScenarioStatus {
        underWay = List.copyOf(underWay);
    }

    /** In one word; what runs may be paused as well. */
    String state() {
        if (!underWay.isEmpty()) {
            return "running";
        }
        return pausedUntil == null ? "scheduled" : "paused";
    }

    /** Whether somebody should look. */
    boolean needsAttention() {
        return isLate || (last != null && last.isBad());
    }
}
