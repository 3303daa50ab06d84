package org.multicloudmirror.delivery.mail;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.Properties;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import javax.net.SocketFactory;
import javax.net.ssl.SSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The connections of one mail: when it takes too long, they are cut, whatever their server does. */
final class MailSockets implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(MailSockets.class);

    private final Queue<Socket> sockets = new ConcurrentLinkedQueue<>();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private volatile boolean isCut;

    /**
     * @param most how long the mail may take from now on
     */
    MailSockets(Duration most) {
        // encryption may want to say goodbye, and wait for that
        var unused = ended.orTimeout(most.toMillis(), TimeUnit.MILLISECONDS)
                .whenCompleteAsync((done, late) -> cutIf(late != null), MailSockets::aside);
    }

    /**
     * Has all connections of a session made here.
     *
     * @param context whom TLS believes
     */
    void addTo(Properties properties, SSLContext context) {
        properties.put("mail.smtp.socketFactory", new NotedSockets(SocketFactory.getDefault(), sockets));
        properties.put("mail.smtp.ssl.socketFactory", new NotedTlsSockets(context.getSocketFactory(), sockets));
        // no second try without them
        properties.setProperty("mail.smtp.socketFactory.fallback", "false");
        properties.setProperty("mail.smtp.ssl.socketFactory.fallback", "false");
    }

    /** Whether the time is over. */
    boolean isCut() {
        return isCut;
    }

    private static void aside(Runnable work) {
        Thread thread = new Thread(work, "mail-deadline");
        thread.setDaemon(true);
        thread.start();
    }

    private void cutIf(boolean isLate) {
        if (!isLate) {
            return;
        }
        isCut = true;
        sockets.forEach(MailSockets::cut);
    }

    private static void cut(Socket socket) {
        try {
            // without a wait for whoever is writing
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException e) {
            LOG.debug("a connection to the mail server is closed already", e);
        }
    }

    @Override
    public void close() {
        ended.complete(null);
    }
}
