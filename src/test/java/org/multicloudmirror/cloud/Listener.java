package org.multicloudmirror.cloud;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A port of the loopback with a thread a connection. */
final class Listener implements AutoCloseable {

    /** What is to be done with a connection. */
    @FunctionalInterface
    interface Serving {
        void serve(Socket socket) throws IOException;
    }

    private static final int BACKLOG = 200;

    private final ServerSocket server = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Serving serving;

    Listener(Serving serving) throws IOException {
        this.serving = serving;
        thread(this::accept).start();
    }

    int port() {
        return server.getLocalPort();
    }

    @Override
    public void close() {
        try {
            server.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                socket.setTcpNoDelay(true);
                open.add(socket);
                thread(() -> serve(socket)).start();
            } catch (IOException e) {
                // closed, or a client that went before it was let in
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            serving.serve(socket);
        } catch (IOException e) {
            // the client has gone
        } finally {
            open.remove(socket);
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "scripted-cloud");
        thread.setDaemon(true);
        return thread;
    }
}
