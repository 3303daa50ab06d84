package org.multicloudmirror.it.servers;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A request on its way to a real server, every header as it came: a signature covers them. */
final class Forwarded {

    private final URI real;
    private final HttpExchange exchange;
    private final byte[] body;

    Forwarded(URI real, HttpExchange exchange) throws IOException {
        this.real = real;
        this.exchange = exchange;
        this.body = exchange.getRequestBody().readAllBytes();
    }

    /** Whether it is about an object, by a method. */
    boolean isAbout(String method) {
        String path = exchange.getRequestURI().getRawPath().replaceFirst("^/v1/[^/]*", "");
        return exchange.getRequestMethod().equals(method) && path.indexOf('/', 1) > 0;
    }

    /** Has the real server do what it asks. */
    Reply forward() throws IOException {
        try (Socket socket = new Socket(real.getHost(), real.getPort())) {
            StringBuilder head =
                    new StringBuilder(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " HTTP/1.1\r\n");
            exchange.getRequestHeaders().forEach((name, values) -> {
                if (!name.equalsIgnoreCase("Connection")) {
                    values.forEach(value ->
                            head.append(name).append(": ").append(value).append("\r\n"));
                }
            });
            OutputStream out = socket.getOutputStream();
            out.write(head.append("Connection: close\r\n\r\n").toString().getBytes(ISO_8859_1));
            out.write(body);
            out.flush();
            return Reply.of(socket.getInputStream().readAllBytes());
        }
    }

    /** What the real server answered, its headers as they came. */
    static final class Reply {

        private final int status;
        private final List<Map.Entry<String, String>> headers;
        private final byte[] body;

        private Reply(int status, List<Map.Entry<String, String>> headers, byte[] body) {
            this.status = status;
            this.headers = headers;
            this.body = body;
        }

        /** A copy of the body. */
        byte[] body() {
            return body.clone();
        }

        static Reply of(byte[] raw) {
            String text = new String(raw, ISO_8859_1);
            int end = text.indexOf("\r\n\r\n");
            List<String> lines = text.substring(0, end).lines().toList();
            List<Map.Entry<String, String>> headers = new ArrayList<>();
            for (String line : lines.subList(1, lines.size())) {
                int colon = line.indexOf(':');
                headers.add(Map.entry(
                        line.substring(0, colon), line.substring(colon + 1).strip()));
            }
            int status = Integer.parseInt(lines.get(0).substring(9, 12));
            return new Reply(status, headers, Arrays.copyOfRange(raw, end + 4, raw.length));
        }

        Reply withBody(byte[] other) {
            return new Reply(status, headers, other);
        }

        Reply withHeader(String name, String value) {
            return new Reply(
                    status,
                    headers.stream()
                            .map(header -> header.getKey().equalsIgnoreCase(name) ? Map.entry(name, value) : header)
                            .toList(),
                    body);
        }

        /** Gives it to the client, to whom the real server's address is the door's. */
        void give(HttpExchange exchange, String door) throws IOException {
            announce(exchange, door);
            exchange.getResponseBody().write(body);
        }

        /** Gives the head and half of the body. */
        void giveHalf(HttpExchange exchange) throws IOException {
            announce(exchange, "");
            exchange.getResponseBody().write(body, 0, body.length / 2);
            exchange.getResponseBody().flush();
        }

        private void announce(HttpExchange exchange, String door) throws IOException {
            long length = body.length == 0 ? -1 : body.length;
            for (Map.Entry<String, String> header : headers) {
                String name = header.getKey();
                String value = header.getValue();
                if (name.equalsIgnoreCase("Content-Length")
                        && exchange.getRequestMethod().equals("HEAD")) {
                    exchange.getResponseHeaders().add(name, value);
                } else if (name.equalsIgnoreCase("X-Storage-Url")) {
                    exchange.getResponseHeaders()
                            .add(name, door + URI.create(value).getRawPath());
                } else if (!List.of("content-length", "connection", "date").contains(name.toLowerCase(Locale.ROOT))) {
                    exchange.getResponseHeaders().add(name, value);
                }
            }
            exchange.sendResponseHeaders(status, length);
        }
    }
}
