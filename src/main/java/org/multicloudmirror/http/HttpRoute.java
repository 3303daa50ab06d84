package org.multicloudmirror.http;

import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * How every connection is made, whoever speaks over it.
 *
 * @param connectTimeout for a connection, TLS included
 * @param readTimeout the longest silence of the other side
 * @param trust whom TLS believes; null for Java's own certificates
 * @param proxy null for none
 */
public record HttpRoute(
        Duration connectTimeout,
        Duration readTimeout,
        @Nullable SSLContext trust,
        @Nullable HttpProxy proxy) {

    /** Straight to the other side, with Java's own certificates. */
    public HttpRoute(Duration connectTimeout, Duration readTimeout) {
        this(connectTimeout, readTimeout, null, null);
    }
}
