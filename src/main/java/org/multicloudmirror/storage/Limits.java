package org.multicloudmirror.storage;

/**
 * What all stores of a process may take together.
 *
 * @param bandwidth bytes of objects that are read, a second
 * @param requests requests that are sent, a second
 */
public record Limits(RateLimiter bandwidth, RateLimiter requests) implements AutoCloseable {

    /** What holds nobody back. */
    public static Limits none() {
        return new Limits(new RateLimiter(0), new RateLimiter(0));
    }

    @Override
    public void close() {
        bandwidth.close();
        requests.close();
    }
}
