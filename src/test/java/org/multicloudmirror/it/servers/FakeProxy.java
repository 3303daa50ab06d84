package org.multicloudmirror.it.servers;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/** An HTTP proxy that passes on what comes with the right login, and remembers each connection's first line. */
public final class FakeProxy extends LoopbackProxy {

    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final String login;

    /**
     * @param login {@code user:password}, or empty for none
     */
    public FakeProxy(String login) {
        this.login = login;
        start();
    }

    /** The first line of each connection, such as {@code CONNECT localhost:443 HTTP/1.1}. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    @Override
    void serve(Socket client) throws IOException {
        String head = head(client.getInputStream());
        String first = head.lines().findFirst().orElse("");
        requests.add(first);
        String wanted = "proxy-authorization: basic "
                + Base64.getEncoder().encodeToString(login.getBytes(ISO_8859_1)).toLowerCase(Locale.ROOT);
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
    }

    private void tunnel(Socket client, String authority) throws IOException {
        int colon = authority.lastIndexOf(':');
        try (Socket other =
                new Socket(authority.substring(0, colon), Integer.parseInt(authority.substring(colon + 1)))) {
            write(client.getOutputStream(), "HTTP/1.1 200 Connected\r\n\r\n");
            join(client, other);
        }
    }
}
