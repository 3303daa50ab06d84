package org.multicloudmirror.control;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * A run that ended.
 *
 * @param status its status' word, such as {@code some-failed}
 * @param problem why it could not run, in one line; empty otherwise
 */
public record LastRun(Instant started, String status, Duration duration, String problem) {

    private static final Set<String> BAD = Set.of("could-not-run", "guarded", "some-failed");

    /** When it ended. */
    public Instant ended() {
        return started.plus(duration);
    }

    public boolean isOk() {
        return status.equals("ok");
    }

    /** Whether it was none, since another one was under way: how that ends is what counts. */
    public boolean isLocked() {
        return status.equals("locked");
    }

    boolean isBad() {
        return BAD.contains(status);
    }
}
