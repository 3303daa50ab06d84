package org.multicloudmirror.http;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLSocket;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.client5.http.impl.io.DefaultManagedHttpClientConnection;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultHttpResponseParserFactory;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * A connection whose progress is watched, and that takes an answer that comes before the request is sent whole: it is
 * looked for once a MiB, and when a write fails. Headers are sent in UTF-8, and read as the bytes that they are.
 */
final class WatchedConnection extends DefaultManagedHttpClientConnection {

    /** A look costs a system call. */
    private static final long LOOK_EVERY = 1 << 20;

    private static final Timeout WHAT_IS_THERE = Timeout.ofMilliseconds(1);
    private static final int FINAL = 200;

    /** Interim answers to one request: a service that works for an hour sends one in some seconds. */
    private static final int MOST_INTERIM = 500;

    private final ProgressWatch watch;
    private final ConnectionProgress progress;
    private volatile @Nullable WatchedSocket socket;
    private @Nullable ClassicHttpResponse early;
    private boolean answeredEarly;
    private int interim;
    private volatile boolean outdated;

    WatchedConnection(String id, Http1Config config, ProgressWatch watch) {
        super(
                id,
                StandardCharsets.ISO_8859_1.newDecoder(),
                StandardCharsets.UTF_8.newEncoder(),
                config,
                null,
                null,
                (request, connection, in, sent, next) -> sent / LOOK_EVERY != (sent + next) / LOOK_EVERY
                        && ((WatchedConnection) connection).isAnswered(),
                null,
                // the usual one has limits of its own: 100 headers, fewer than 90 metadata items and a server's own
                new DefaultHttpResponseParserFactory(config));
        this.watch = watch;
        this.progress = watch.progress();
    }

    ConnectionProgress progress() {
        return progress;
    }

    /** Whether the answer to the last request came before that was sent whole. */
    boolean isAnsweredEarly() {
        return answeredEarly;
    }

    /** Lets the request that it is used for be its last one; asked by another thread. */
    void outdate() {
        outdated = true;
    }

    /** Ends a request whose other side makes too little progress; asked by another thread. */
    void checkProgress() {
        WatchedSocket watched = socket;
        if (watched != null) {
            progress.overdue().ifPresent(why -> {
                if (hasPlainInput(watched) && progress.yieldsToAnswer()) {
                    watched.stopWriting();
                } else {
                    watched.giveUp(why);
                }
            });
        }
    }

    private boolean hasPlainInput(WatchedSocket watched) {
        try {
            return watched.getSSLSocket() == null && watched.hasInput();
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void bind(Socket plain) throws IOException {
        watched(new WatchedSocket(plain, progress), plain);
    }

    @Override
    public void bind(SSLSocket encrypted, Socket plain) throws IOException {
        watched(new WatchedSocket(encrypted, plain, progress), encrypted);
    }

    private void watched(WatchedSocket watched, Socket timed) throws IOException {
        Timeout timeout = Timeout.ofMilliseconds(timed.getSoTimeout());
        super.bind(watched);
        setSocketTimeout(timeout);
        socket = watched;
        watch.add(this);
        if (!isOpen()) {
            // it was closed meanwhile
            watch.remove(this);
        }
    }

    @Override
    public void close() throws IOException {
        watch.remove(this);
        super.close();
    }

    @Override
    public void close(CloseMode mode) {
        watch.remove(this);
        super.close(mode);
    }

    @Override
    public void sendRequestHeader(ClassicHttpRequest request) throws HttpException, IOException {
        answeredEarly = false;
        early = null;
        interim = 0;
        progress.sending();
        super.sendRequestHeader(request);
    }

    @Override
    public void sendRequestEntity(ClassicHttpRequest request) throws HttpException, IOException {
        try {
            super.sendRequestEntity(request);
        } catch (IOException e) {
            WatchedSocket watched = socket;
            if (watched == null || !watched.isWriteFailed() || !hasAnswered(e)) {
                throw e;
            }
        }
    }

    private boolean hasAnswered(IOException failure) {
        try {
            return isAnswered();
        } catch (IOException e) {
            failure.addSuppressed(e);
            return false;
        }
    }

    /** Whether there is an answer; those that only tell that it will come are passed by. */
    private boolean isAnswered() throws IOException {
        WatchedSocket watched = socket;
        while (early == null && watched != null && watched.hasInput() && isDataAvailable(WHAT_IS_THERE)) {
            try {
                ClassicHttpResponse answer = counted(super.receiveResponseHeader());
                early = answer.getCode() >= FINAL ? answer : null;
            } catch (HttpException e) {
                throw new ClientProtocolException(e.getMessage(), e);
            }
        }
        answeredEarly |= early != null;
        return early != null;
    }

    /** What an early answer has left unsent is of no use. */
    @Override
    public void flush() throws IOException {
        if (!answeredEarly) {
            super.flush();
        }
    }

    @Override
    public boolean isConsistent() {
        return !answeredEarly && !outdated && super.isConsistent();
    }

    @Override
    public ClassicHttpResponse receiveResponseHeader() throws HttpException, IOException {
        ClassicHttpResponse answer = early;
        if (answer != null) {
            early = null;
            progress.awaiting();
            progress.readingBody();
            return answer;
        }
        progress.awaiting();
        return counted(super.receiveResponseHeader());
    }

    @Override
    protected void onResponseReceived(ClassicHttpResponse response) {
        super.onResponseReceived(response);
        if (response.getCode() >= FINAL) {
            progress.readingBody();
        }
    }

    /** Each is a sign of life, so that no time runs out over them. */
    private ClassicHttpResponse counted(ClassicHttpResponse answer) throws IOException {
        if (answer.getCode() < FINAL && ++interim > MOST_INTERIM) {
            throw new IOException(
                    "more than " + MOST_INTERIM + " interim answers (" + answer.getCode() + ") came, and no final one");
        }
        return answer;
    }
}
