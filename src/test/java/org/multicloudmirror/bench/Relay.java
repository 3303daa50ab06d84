package org.multicloudmirror.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;

/** The TLS end where there is no better one: passes bytes on, in two threads a connection of this process. */
final class Relay implements TlsEnd {

    private static final int BACKLOG = 512;
    private static final int BUFFER = 64 * 1024;

    private final ServerSocket listening;
    private final int server;

    Relay(int server, SSLContext identity) throws IOException {
        this.server = server;
        listening = identity.getServerSocketFactory().createServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
        thread(this::accept).start();
    }

    @Override
    public int port() {
        return listening.getLocalPort();
    }

    @Override
    public String name() {
        return "its own";
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listening.accept();
                client.setTcpNoDelay(true);
                Socket behind = new Socket(InetAddress.getLoopbackAddress(), server);
                behind.setTcpNoDelay(true);
                thread(() -> pass(client, behind)).start();
                thread(() -> pass(behind, client)).start();
            }
        } catch (IOException e) {
            if (!listening.isClosed()) {
                throw new UncheckedIOException("the TLS end takes no more connections", e);
            }
        }
    }

    /** Until either hangs up, which hangs up both. */
    private static void pass(Socket from, Socket to) {
        byte[] buffer = new byte[BUFFER];
        try (from;
                to) {
            for (int read = from.getInputStream().read(buffer); read >= 0; ) {
                to.getOutputStream().write(buffer, 0, read);
                read = from.getInputStream().read(buffer);
            }
        } catch (SocketException | SSLException e) {
            // one of them is gone: what the client makes of it is told by its run
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "tls");
        thread.setDaemon(true);
        return thread;
    }
}
