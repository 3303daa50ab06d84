package org.multicloudmirror.it.servers;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Takes connections on a free port of the loopback, each in a thread of its own, and passes bytes on. */
abstract class LoopbackProxy implements AutoCloseable {

    private final ServerSocket server;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    LoopbackProxy() {
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Begins to take connections. */
    final void start() {
        threads.execute(this::accept);
    }

    public final int port() {
        return server.getLocalPort();
    }

    @Override
    public final void close() {
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
                threads.execute(() -> {
                    try (client) {
                        serve(client);
                    } catch (IOException e) {
                        // one side hung up
                    }
                });
            } catch (IOException e) {
                return;
            }
        }
    }

    /** Serves a connection, which is closed thereafter. */
    abstract void serve(Socket client) throws IOException;

    /** Passes bytes on both ways until the other side has no more. */
    final void join(Socket client, Socket other) throws IOException {
        InputStream requests = client.getInputStream();
        OutputStream passed = other.getOutputStream();
        threads.execute(() -> {
            try {
                requests.transferTo(passed);
            } catch (IOException e) {
                // the other direction ends, too
            }
        });
        other.getInputStream().transferTo(client.getOutputStream());
    }

    /** What a connection begins with, up to the empty line. */
    static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                break;
            }
            head.write(next);
        }
        return head.toString(ISO_8859_1);
    }

    static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(ISO_8859_1));
        out.flush();
    }
}
