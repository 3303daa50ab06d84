package org.multicloudmirror.bench.server;

import java.util.concurrent.TimeUnit;

/**
 * How far away the server pretends to be.
 *
 * @param latencyMillis added to each request
 * @param bytesPerSecond of one connection, either way; 0 for no limit
 * @param scheme what clients speak, {@code https} where there is a TLS end before it
 */
record Conditions(long latencyMillis, long bytesPerSecond, String scheme) {

    static final Conditions NEAR = new Conditions(0, 0, "http");

    /** Adds the latency of one request. */
    void delay() {
        pause(TimeUnit.MILLISECONDS.toNanos(latencyMillis));
    }

    /**
     * Takes as long as so many bytes would.
     *
     * @param begun when the first of them went, by {@link System#nanoTime}
     */
    void concurrency(long bytes, long begun) {
        if (bytesPerSecond > 0) {
            long due = (long) (bytes * (double) TimeUnit.SECONDS.toNanos(1) / bytesPerSecond);
            pause(begun + due - System.nanoTime());
        }
    }

    private static void pause(long nanos) {
        try {
            TimeUnit.NANOSECONDS.sleep(nanos);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
