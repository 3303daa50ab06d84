package org.multicloudmirror.it.servers;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** An HTTP proxy that every name leads to one plain server through, which has an end of TLS in front of it. */
public final class TlsProxy extends LoopbackProxy {

    private volatile SSLContext identity;
    private final URI behind;

    /**
     * @param identity what clients see
     * @param behind the server
     */
    public TlsProxy(SSLContext identity, String behind) {
        this.identity = identity;
        this.behind = URI.create(behind);
        start();
    }

    /** Has clients see another identity from their next connection on. */
    public void identity(SSLContext other) {
        identity = other;
    }

    @Override
    void serve(Socket client) throws IOException {
        head(client.getInputStream());
        write(client.getOutputStream(), "HTTP/1.1 200 Connected\r\n\r\n");
        try (SSLSocket plain = (SSLSocket) identity.getSocketFactory().createSocket(client, null, true);
                Socket other = new Socket(behind.getHost(), behind.getPort())) {
            join(plain, other);
        }
    }
}
