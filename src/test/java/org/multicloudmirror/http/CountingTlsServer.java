package org.multicloudmirror.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import org.awaitility.Awaitility;

/** Answers every GET by {@code hello} over TLS, and counts what that took. */
final class CountingTlsServer implements AutoCloseable {

    private final SSLServerSocket socket;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final String answer;
    private final boolean keepsAlive;
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger handshakes = new AtomicInteger();
    private final Set<Long> begun = ConcurrentHashMap.newKeySet();
    private final Set<String> ciphers = ConcurrentHashMap.newKeySet();

    /**
     * @param identity what it proves its name {@code localhost} with
     * @param keepsAlive whether a connection serves more than one request
     */
    CountingTlsServer(SSLContext identity, boolean keepsAlive) throws IOException {
        this.keepsAlive = keepsAlive;
        this.answer = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nConnection: "
                + (keepsAlive ? "keep-alive" : "close")
                + "\r\n\r\nhello";
        this.socket = (SSLServerSocket)
                identity.getServerSocketFactory().createServerSocket(0, 100, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
    }

    Endpoint endpoint() {
        return Endpoint.parse("https://localhost:" + socket.getLocalPort());
    }

    /** How many were made, when the handshake of each is counted, which Java tells a moment later. */
    int connections() {
        int made = connections.get();
        Awaitility.await().until(() -> handshakes.get() >= made);
        return made;
    }

    /** All of them: those that begin a connection, and those that would follow on it. */
    int handshakes() {
        return handshakes.get();
    }

    /** Of the handshakes, those that began a session instead of going on with one: a resumed one keeps its time. */
    int sessions() {
        return begun.size();
    }

    /** Versions and ciphers of all handshakes. */
    Set<String> ciphers() {
        return ciphers;
    }

    @Override
    public void close() throws IOException {
        socket.close();
        threads.shutdownNow();
    }

    private void accept() {
        try {
            while (true) {
                SSLSocket client = (SSLSocket) socket.accept();
                connections.incrementAndGet();
                client.addHandshakeCompletedListener(event -> noted(event.getSession()));
                threads.execute(() -> serve(client));
            }
        } catch (IOException e) {
            if (!socket.isClosed()) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void noted(SSLSession session) {
        begun.add(session.getCreationTime());
        ciphers.add(session.getProtocol() + " " + session.getCipherSuite());
        handshakes.incrementAndGet();
    }

    private void serve(SSLSocket client) {
        try (client;
                InputStream in = new BufferedInputStream(client.getInputStream());
                OutputStream out = client.getOutputStream()) {
            do {
                if (!readRequest(in)) {
                    return;
                }
                out.write(answer.getBytes(ISO_8859_1));
                out.flush();
            } while (keepsAlive);
        } catch (IOException e) {
            // the client is gone
        }
    }

    /** Whether there was one: its headers end with an empty line, and it has no body. */
    private static boolean readRequest(InputStream in) throws IOException {
        int newlines = 0;
        while (newlines < 2) {
            int read = in.read();
            if (read < 0) {
                return false;
            }
            newlines = read == '\n' ? newlines + 1 : read == '\r' ? newlines : 0;
        }
        return true;
    }
}
