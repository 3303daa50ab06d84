package org.multicloudmirror.it.servers;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server that refuses one recipient and takes the mail for the others. */
public final class RefusingSmtp implements AutoCloseable {

    private final ServerSocket server;
    private final String refused;
    private final List<String> delivered = new CopyOnWriteArrayList<>();

    /**
     * @param refused a part of the recipient's address
     */
    public RefusingSmtp(String refused) {
        this.refused = refused;
        try {
            server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread thread = new Thread(this::serve, "smtp");
        thread.setDaemon(true);
        thread.start();
    }

    public int port() {
        return server.getLocalPort();
    }

    /** The recipients of each mail that was taken, as they were written. */
    public List<String> delivered() {
        return List.copyOf(delivered);
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket client = server.accept()) {
                talk(
                        new BufferedReader(new InputStreamReader(client.getInputStream(), US_ASCII)),
                        client.getOutputStream());
            } catch (IOException e) {
                // it was closed, or the client went
            }
        }
    }

    private void talk(BufferedReader in, OutputStream out) throws IOException {
        say(out, "220 ready");
        StringBuilder recipients = new StringBuilder();
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.startsWith("RCPT") && line.contains(refused)) {
                say(out, "550 no such user");
            } else if (line.startsWith("RCPT")) {
                recipients.append(line, line.indexOf('<') + 1, line.indexOf('>'));
                say(out, "250 ok");
            } else if (line.equals("DATA")) {
                say(out, "354 go on");
                while (!".".equals(line)) {
                    line = in.readLine();
                }
                delivered.add(recipients.toString());
                say(out, "250 taken");
            } else {
                say(out, line.startsWith("QUIT") ? "221 bye" : "250 ok");
            }
        }
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(US_ASCII));
        out.flush();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
