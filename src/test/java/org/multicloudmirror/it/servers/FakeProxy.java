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
import java.net.URI;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An HTTP proxy that passes on what comes with the right login, and remembers each connection's first line. */
public final class FakeProxy implements AutoCloseable {

    private final ServerSocket server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final String login;

    /**
     * @param login {@code user:password}, or empty for none
     */
    public FakeProxy(String login) {
        this.login = login;
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

    /** The first line of each connection, such as {@code CONNECT localhost:443 HTTP/1.1}. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    @Override
    public void close() throws IOException {
        server.close();
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
            String head = head(client.getInputStream());
            String first = head.lines().findFirst().orElse("");
            requests.add(first);
            String wanted = "proxy-authorization: basic "
                    + Base64.getEncoder()
                            .encodeToString(login.getBytes(ISO_8859_1))
                            .toLowerCase(Locale.ROOT);
            if (!login.isEmpty() && !head.toLowerCase(Locale.ROOT).contains(wanted)) {
                write(
                        client.getOutputStream(),
                        "HTTP/1.1 407 Who?\r\nProxy-Authenticate: Basic realm=\"x\"\r\nContent-Length: 0\r\n\r\n");
            } else if (first.startsWith("CONNECT ")) {
                tunnel(client, first.split(" ", 3)[1]);
            } else {
                URI target = URI.create(first.split(" ", 3)[1]);
                try (Socket other = new Socket(target.getHost(), target.getPort())) {
                    write(other.getOutputStream(), head);
                    join(client, other);
                }
            }
        } catch (IOException e) {
            // one side hung up
        }
    }

    private void tunnel(Socket client, String authority) throws IOException {
        int colon = authority.lastIndexOf(':');
        try (Socket other =
                new Socket(authority.substring(0, colon), Integer.parseInt(authority.substring(colon + 1)))) {
            write(client.getOutputStream(), "HTTP/1.1 200 Connected\r\n\r\n");
            join(client, other);
        }
    }

    private void join(Socket client, Socket other) throws IOException {
        threads.execute(() -> {
            try {
                client.getInputStream().transferTo(other.getOutputStream());
            } catch (IOException e) {
                // the other direction ends, too
            }
        });
        other.getInputStream().transferTo(client.getOutputStream());
    }

    private static String head(InputStream in) throws IOException {
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

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(ISO_8859_1));
        out.flush();
    }
}
