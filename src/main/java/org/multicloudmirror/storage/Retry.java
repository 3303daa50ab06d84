package org.multicloudmirror.storage;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Repeats a request that failed for now.
 *
 * @param failures how many are followed by another attempt, throttling apart
 * @param throttlings how many of these are
 * @param firstDelay before the second attempt; each further one waits three times as long, up to ten seconds
 * @param outage for how long failures that look like an outage of the store do not count; none is sat out where no failure is
 *     followed by another attempt
 * @param whenRetried is run before each further attempt; null where nobody watches
 */
public record Retry(
        int failures,
        int throttlings,
        Duration firstDelay,
        Duration outage,
        @Nullable Runnable whenRetried) {

    private static final Duration LONGEST_DELAY = Duration.ofSeconds(10);

    /** One that sits out no outage. */
    public Retry(int failures, int throttlings, Duration firstDelay) {
        this(failures, throttlings, firstDelay, Duration.ZERO);
    }

    /** One that nobody watches. */
    public Retry(int failures, int throttlings, Duration firstDelay, Duration outage) {
        this(failures, throttlings, firstDelay, outage, null);
    }

    /** The same, watched. */
    public Retry telling(Runnable watcher) {
        return new Retry(failures, throttlings, firstDelay, outage, watcher);
    }

    /** With fewer failures; it sits out no outage. */
    public Retry withFailures(int most) {
        return new Retry(Math.min(failures, most), throttlings, firstDelay, Duration.ZERO, whenRetried);
    }

    /** The same, with an outage of that length sat out. */
    public Retry sittingOut(Duration longest) {
        return new Retry(failures, throttlings, firstDelay, longest, whenRetried);
    }

    /**
     * The answer to a request, once there is one.
     *
     * @throws StoreException the last failure, when no attempt is left or {@link Waiting} is over
     */
    public <T> T of(Supplier<T> request) {
        Attempts attempts = new Attempts(this, System::nanoTime);
        Duration delay = firstDelay;
        while (true) {
            try {
                return request.get();
            } catch (StoreException e) {
                if (!attempts.isLeft(e) || !Waiting.lasts(delay)) {
                    throw e;
                }
                if (whenRetried != null) {
                    whenRetried.run();
                }
            }
            delay = shorter(delay.multipliedBy(3), LONGEST_DELAY);
        }
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }
}
