package org.multicloudmirror.it.servers;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** A mail server with TLS, with a limit of what a mail may have, and with a recipient that it refuses. */
public final class ScriptedSmtp implements AutoCloseable {

    private final ServerSocket server;
    private final @Nullable SSLContext identity;
    private final int most;
    private final boolean isImplicit;
    private final @Nullable String refused;
    private final String tooMuch;
    private final List<String> commands = new CopyOnWriteArrayList<>();
    private final List<String> mails = new CopyOnWriteArrayList<>();
    private final List<String> recipients = new CopyOnWriteArrayList<>();
    private final List<String> logins = new CopyOnWriteArrayList<>();

    private ScriptedSmtp(@Nullable SSLContext identity, boolean isImplicit, int most, @Nullable String refused) {
        this(identity, isImplicit, most, refused, "552 5.3.4 message size exceeds fixed limit");
    }

    private ScriptedSmtp(
            @Nullable SSLContext identity, boolean isImplicit, int most, @Nullable String refused, String tooMuch) {
        this.refused = refused;
        this.tooMuch = tooMuch;
        this.identity = identity;
        this.isImplicit = isImplicit;
        this.most = most;
        try {
            server = isImplicit && identity != null
                    ? identity.getServerSocketFactory().createServerSocket()
                    : new ServerSocket();
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread thread = new Thread(this::serve, "smtp");
        thread.setDaemon(true);
        thread.start();
    }

    /** TLS from the first byte. */
    public static ScriptedSmtp implicit(SSLContext identity) {
        return new ScriptedSmtp(identity, true, Integer.MAX_VALUE, null);
    }

    /** TLS once it is asked for. */
    public static ScriptedSmtp starttls(SSLContext identity) {
        return new ScriptedSmtp(identity, false, Integer.MAX_VALUE, null);
    }

    /**
     * Without TLS.
     *
     * @param most the characters that it takes of a mail
     */
    public static ScriptedSmtp plain(int most) {
        return new ScriptedSmtp(null, false, most, null);
    }

    /** Takes none: the mailbox is full. */
    public static ScriptedSmtp full() {
        return new ScriptedSmtp(null, false, 0, null, "552 5.2.2 mailbox full");
    }

    /**
     * Takes mails for all but one recipient.
     *
     * @param recipient a part of its address
     */
    public static ScriptedSmtp refusing(String recipient) {
        return new ScriptedSmtp(null, false, Integer.MAX_VALUE, recipient);
    }

    public int port() {
        return server.getLocalPort();
    }

    /** What it was asked, with {@code +} in front of what came encrypted. */
    public List<String> commands() {
        return List.copyOf(commands);
    }

    /** The mails that it took. */
    public List<String> mails() {
        return List.copyOf(mails);
    }

    /** The recipients of each mail that it took, as they were written. */
    public List<String> recipients() {
        return List.copyOf(recipients);
    }

    /** What it was told at each login: for whom, the name and the password, with zeros between them. */
    public List<String> logins() {
        return List.copyOf(logins);
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket client = server.accept()) {
                say(client.getOutputStream(), "220 ready");
                talk(client, isImplicit ? "+" : "");
            } catch (IOException e) {
                // it was closed, or the client went
            }
        }
    }

    private void talk(Socket client, String mark) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream(), ISO_8859_1));
        OutputStream out = client.getOutputStream();
        StringBuilder accepted = new StringBuilder();
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String command = line.split("[ :]", 2)[0];
            commands.add(mark + command);
            switch (command) {
                case "EHLO" -> say(out, offers(mark));
                case "AUTH" -> {
                    logins.add(new String(Base64.getDecoder().decode(line.split(" ", 3)[2]), UTF_8));
                    say(out, "235 ok");
                }
                case "RCPT" -> say(out, accepts(line, accepted) ? "250 ok" : "550 no such user");
                case "DATA" -> take(in, out, accepted.toString());
                case "STARTTLS" -> {
                    say(out, "220 go on");
                    talk(encrypted(client), "+");
                    return;
                }
                default -> say(out, "250 ok");
            }
        }
    }

    private String offers(String mark) {
        String tls = identity != null && mark.isEmpty() ? "250-STARTTLS\r\n" : "";
        return "250-here\r\n" + tls + "250 AUTH PLAIN";
    }

    private Socket encrypted(Socket client) throws IOException {
        if (identity == null) {
            throw new IOException("not offered");
        }
        SSLSocket tls = (SSLSocket) identity.getSocketFactory().createSocket(client, null, client.getPort(), true);
        tls.setUseClientMode(false);
        return tls;
    }

    private boolean accepts(String recipient, StringBuilder accepted) {
        if (refused != null && recipient.contains(refused)) {
            return false;
        }
        accepted.append(recipient, recipient.indexOf('<') + 1, recipient.indexOf('>'));
        return true;
    }

    private void take(BufferedReader in, OutputStream out, String accepted) throws IOException {
        say(out, "354 go on");
        StringBuilder mail = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            mail.append(line).append('\n');
        }
        if (mail.length() > most) {
            say(out, tooMuch);
        } else {
            mails.add(mail.toString());
            recipients.add(accepted);
            say(out, "250 taken");
        }
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(ISO_8859_1));
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
