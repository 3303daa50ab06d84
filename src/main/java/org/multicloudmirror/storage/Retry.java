package org.multicloudmirror.storage;

import java.time.Duration;
import java.util.function.Supplier;

/**
 * Repeats a request that failed for now.
 *
 * @param failures how many are followed by another attempt, throttling apart
 * @param throttlings how many of these are
 * @param firstDelay before the second attempt; each further one waits three times as long, up to ten seconds
 */
public record Retry(int failures, int throttlings, Duration firstDelay) {

    private static final Duration LONGEST_DELAY = Duration.ofSeconds(10);

    /** The same with fewer failures. */
    public Retry withFailures(int most) {
        return new Retry(Math.min(failures, most), throttlings, firstDelay);
    }

    /** The answer to a request, once there is one. */
    public <T> T of(Supplier<T> request) {
        Duration delay = firstDelay;
        int failed = 0;
        int throttled = 0;
        while (true) {
            try {
                return request.get();
            } catch (ThrottledException e) {
                throttled++;
                if (throttled > throttlings) {
                    throw e;
                }
                pause(delay, e);
            } catch (StoreException e) {
                failed++;
                if (!e.isTransient() || failed > failures) {
                    throw e;
                }
                pause(delay, e);
            }
            delay = shorter(delay.multipliedBy(3), LONGEST_DELAY);
        }
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }

    private static void pause(Duration delay, StoreException reason) {
        try {
            Thread.sleep(delay.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw reason;
        }
    }
}
