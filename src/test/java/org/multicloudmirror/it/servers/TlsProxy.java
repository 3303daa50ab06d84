package org.multicloudmirror.it.servers;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** An HTTP proxy that every name leads to one plain server through, which has an end of TLS in front of it. */
public final class TlsProxy implements AutoCloseable {

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final ServerSocket server;
    private final SSLContext identity;
    private final URI behind;

    /**
     * @param identity what clients see
     * @param behind the server
     */
    public TlsProxy(SSLContext identity, String behind) {
        this.identity = identity;
        this.behind = URI.create(behind);
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::accept);
    }

    public int port() {
        return server.getLocalPort();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.shutdownNow();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                threads.execute(() -> serve(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            skipHead(client.getInputStream());
            client.getOutputStream().write("HTTP/1.1 200 Connected\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
            try (SSLSocket plain = (SSLSocket) identity.getSocketFactory().createSocket(client, null, true);
                    Socket other = new Socket(behind.getHost(), behind.getPort())) {
                InputStream requests = plain.getInputStream();
                OutputStream passed = other.getOutputStream();
                threads.execute(() -> pass(requests, passed));
                pass(other.getInputStream(), plain.getOutputStream());
            }
        } catch (IOException e) {
            // one side hung up
        }
    }

    private static void pass(InputStream from, OutputStream to) {
        try {
            from.transferTo(to);
        } catch (IOException e) {
            // the other direction ends, too
        }
    }

    private static void skipHead(InputStream in) throws IOException {
        int ends = 0;
        for (int next = in.read(); next >= 0 && ends < 4; next = ends < 4 ? in.read() : 0) {
            ends = next == "\r\n\r\n".charAt(ends) ? ends + 1 : next == '\r' ? 1 : 0;
        }
    }
}
