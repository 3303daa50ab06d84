package org.multicloudmirror.mirror.work;

import java.time.Duration;

/** How fast bytes pass from the source to the destination over one connection to each, lately. */
public final class ConnectionRate {

    /** Taken before anything is measured, in bytes a second. */
    private static final double UNMEASURED = 50 << 20;

    /** How much the newest measurement counts. */
    private static final double WEIGHT = 0.25;

    private double bytesPerSecond = UNMEASURED;

    /**
     * Bytes have passed.
     *
     * @param took from the request to its end, longer than nothing
     */
    public synchronized void add(long bytes, Duration took) {
        double measured = bytes * 1e9 / Math.max(1, took.toNanos());
        bytesPerSecond += WEIGHT * (measured - bytesPerSecond);
    }

    /** How long an object of so many bytes would take. */
    public synchronized Duration expected(long bytes) {
        return Duration.ofMillis((long) (bytes * 1e3 / bytesPerSecond));
    }
}
