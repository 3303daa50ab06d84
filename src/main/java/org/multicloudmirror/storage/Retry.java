package org.multicloudmirror.storage;

import java.time.Duration;
import java.util.function.Supplier;

/**
 * Repeats a request that failed for now.
 *
 * @param attempts how often it is sent at most, the first time included
 * @param firstDelay before the second attempt; each further one waits three times as long
 */
public record Retry(int attempts, Duration firstDelay) {

    /** The answer to a request, once there is one. */
    public <T> T of(Supplier<T> request) {
        Duration delay = firstDelay;
        for (int attempt = 1; ; attempt++) {
            try {
                return request.get();
            } catch (StoreException e) {
                if (!e.isTransient() || attempt >= attempts) {
                    throw e;
                }
                pause(delay, e);
                delay = delay.multipliedBy(3);
            }
        }
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
