package org.multicloudmirror.storage;

import java.time.Duration;
import java.util.function.Supplier;

/**
 * Repeats a request that failed for now.
 *
 * @param failures how many are followed by another attempt, throttling apart
 * @param throttlings how many of these are
 * @param firstDelay before the second attempt; each further one waits three times as long, up to ten seconds
 * @param outage for how long failures that look like an outage of the store do not count; none is sat out where no failure is
 *     followed by another attempt
 */
public record Retry(int failures, int throttlings, Duration firstDelay, Duration outage) {

    private static final Duration LONGEST_DELAY = Duration.ofSeconds(10);

    /** One that sits out no outage. */
    public Retry(int failures, int throttlings, Duration firstDelay) {
        this(failures, throttlings, firstDelay, Duration.ZERO);
    }

    /** With fewer failures; it sits out no outage. */
    public Retry withFailures(int most) {
        return new Retry(Math.min(failures, most), throttlings, firstDelay);
    }

    /** The same, with an outage of that length sat out. */
    public Retry sittingOut(Duration longest) {
        return new Retry(failures, throttlings, firstDelay, longest);
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
            }
            delay = shorter(delay.multipliedBy(3), LONGEST_DELAY);
        }
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }
}
