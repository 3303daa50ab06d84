package org.multicloudmirror.http;

import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.multicloudmirror.rotation.Rotating;

/**
 * How every connection is made, whoever speaks over it.
 *
 * @param connectTimeout for a connection, TLS included
 * @param readTimeout the longest silence of the other side
 * @param leastRate what a connection moves at least in the long run, in bytes a second, from 1 up; only the time counts
 *     that is spent on waiting for the other side
 * @param trust whom TLS believes, which may be others later; null for Java's own certificates
 * @param proxy null for none
 */
public record HttpRoute(
        Duration connectTimeout,
        Duration readTimeout,
        long leastRate,
        @Nullable Rotating<SSLContext> trust,
        @Nullable HttpProxy proxy) {

    /** What the slowest line moves that is worth waiting for, in bytes a second. */
    public static final long LEAST_RATE = 128;

    /** Straight to the other side, with Java's own certificates. */
    public HttpRoute(Duration connectTimeout, Duration readTimeout) {
        this(connectTimeout, readTimeout, LEAST_RATE, null, null);
    }

    /** With the usual least rate, and certificates that stay. */
    public HttpRoute(
            Duration connectTimeout, Duration readTimeout, @Nullable SSLContext trust, @Nullable HttpProxy proxy) {
        this(connectTimeout, readTimeout, LEAST_RATE, trust == null ? null : Rotating.fixed(trust), proxy);
    }
}
