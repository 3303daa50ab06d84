package org.multicloudmirror.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.multicloudmirror.http.Endpoint;

/** A server that says what a test wants, byte for byte; each connection is one run of its script. */
public final class RawServer implements AutoCloseable {

    /** What happens on a connection. */
    @FunctionalInterface
    public interface Script {
        void on(Socket connection) throws IOException;
    }

    private final ServerSocket server;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger connections = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    public RawServer(Script script) throws IOException {
        this(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), script);
    }

    public RawServer(ServerSocket server, Script script) {
        this.server = server;
        threads.execute(() -> accept(script));
    }

    /** Answers each request without a body with the same text, on connections that are kept. */
    public static RawServer answering(String reply) throws IOException {
        return new RawServer(connection -> {
            while (!head(connection.getInputStream()).isEmpty()) {
                say(connection, reply);
            }
        });
    }

    /** Answers one request with a text and closes the connection. */
    public static RawServer closingAfter(String reply) throws IOException {
        return new RawServer(connection -> {
            head(connection.getInputStream());
            say(connection, reply);
        });
    }

    public Endpoint endpoint() {
        return Endpoint.parse("http://127.0.0.1:" + server.getLocalPort());
    }

    public int port() {
        return server.getLocalPort();
    }

    public int connections() {
        return connections.get();
    }

    /** A request's head; empty at the end of the connection. */
    public static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        for (int c; head.indexOf("\r\n\r\n") < 0 && (c = in.read()) >= 0; ) {
            head.append((char) c);
        }
        return head.toString();
    }

    public static void say(Socket connection, String text) throws IOException {
        connection.getOutputStream().write(text.getBytes(ISO_8859_1));
        connection.getOutputStream().flush();
    }

    private void accept(Script script) {
        try {
            while (true) {
                Socket connection = server.accept();
                connections.incrementAndGet();
                open.add(connection);
                threads.execute(() -> serve(connection, script));
            }
        } catch (IOException e) {
            // the test is over
        }
    }

    private void serve(Socket connection, Script script) {
        try (connection) {
            script.on(connection);
        } catch (IOException e) {
            // the other side has gone
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket connection : open) {
            connection.close();
        }
        threads.shutdownNow();
    }
}
