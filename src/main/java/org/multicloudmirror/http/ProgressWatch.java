package org.multicloudmirror.http;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.io.Closer;

/**
 * Looks at the connections of a client from time to time, and ends those whose other side stands still. One thread does
 * so for all clients of the process.
 */
final class ProgressWatch implements AutoCloseable {

    private static final long LONGEST_PAUSE = TimeUnit.SECONDS.toMillis(1);
    private static final int LOOKS_IN_A_WINDOW = 4;

    private static final ScheduledThreadPoolExecutor THREAD = new ScheduledThreadPoolExecutor(1, work -> {
        Thread thread = new Thread(work, "http-watch");
        thread.setDaemon(true);
        return thread;
    });

    static {
        THREAD.setRemoveOnCancelPolicy(true);
    }

    private final ProgressRule rule;
    private final LongSupplier clock = System::nanoTime;
    private final Set<WatchedConnection> open = ConcurrentHashMap.newKeySet();
    private final Future<?> looks;

    ProgressWatch(ProgressRule rule) {
        this.rule = rule;
        long pause = Math.min(LONGEST_PAUSE, rule.window().toMillis() / LOOKS_IN_A_WINDOW);
        this.looks = THREAD.scheduleWithFixedDelay(this::look, pause, pause, TimeUnit.MILLISECONDS);
    }

    ConnectionProgress progress() {
        return new ConnectionProgress(rule, clock);
    }

    void add(WatchedConnection connection) {
        open.add(connection);
    }

    void remove(WatchedConnection connection) {
        open.remove(connection);
    }

    /** Lets go of all connections, each after the request that it is used for. */
    void outdateAll() {
        open.forEach(WatchedConnection::outdate);
    }

    /** Has connections encrypted in time, however slowly the other side speaks. */
    static TlsSocketStrategy inTime(TlsSocketStrategy handshake, Duration most) {
        return (socket, host, port, attachment, context) -> {
            AtomicBoolean isLate = new AtomicBoolean();
            Future<?> end = THREAD.schedule(
                    () -> {
                        isLate.set(true);
                        Closer.closeQuietly(socket);
                    },
                    most.toMillis(),
                    TimeUnit.MILLISECONDS);
            try {
                return handshake.upgrade(socket, host, port, attachment, context);
            } catch (IOException e) {
                throw isLate.get()
                        ? new SSLException(
                                "the handshake is not complete after " + most.toSeconds()
                                        + " s (mirror.http.connect-timeout)",
                                e)
                        : e;
            } finally {
                end.cancel(false);
            }
        };
    }

    private void look() {
        open.forEach(WatchedConnection::checkProgress);
    }

    @Override
    public void close() {
        looks.cancel(false);
    }
}
