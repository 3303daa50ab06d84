package org.multicloudmirror.http;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.util.TimeValue;
import org.multicloudmirror.rotation.Rotating;

/**
 * The connections of a client whose certificates are replaced while it runs. A new connection is held to the new ones;
 * those that were made before are used for what they are in the middle of, and for nothing else.
 */
final class TrustedPool {

    private final Rotating<SSLContext> trust;
    private final ProgressWatch connections;
    private final AtomicReference<SSLContext> used;

    TrustedPool(Rotating<SSLContext> trust, ProgressWatch connections) {
        this.trust = trust;
        this.connections = connections;
        this.used = new AtomicReference<>(trust.now());
    }

    /** A handshake that fails has the certificates looked at, since the server's may have been replaced with them. */
    TlsSocketStrategy renewing(TlsSocketStrategy handshake) {
        return (socket, host, port, attachment, context) -> {
            SSLContext before = trust.now();
            try {
                return handshake.upgrade(socket, host, port, attachment, context);
            } catch (SSLException e) {
                throw trust.renew() || trust.now() != before ? new TrustReplacedException(e) : e;
            }
        };
    }

    /** Lets go of what was made with other certificates than those of today. */
    void refresh(PoolingHttpClientConnectionManager pool) {
        SSLContext now = trust.now();
        if (used.getAndSet(now) != now) {
            connections.outdateAll();
            pool.closeIdle(TimeValue.ZERO_MILLISECONDS);
        }
    }

    /** The handshake failed by certificates that are others by now; nothing of the request was sent. */
    static final class TrustReplacedException extends IOException {

        private static final long serialVersionUID = 1L;

        TrustReplacedException(SSLException failure) {
            super(failure.getMessage(), failure);
        }
    }
}
