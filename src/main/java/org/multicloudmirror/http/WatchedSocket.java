package org.multicloudmirror.http;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLSocket;
import org.apache.hc.core5.http.impl.io.SocketHolder;
import org.jspecify.annotations.Nullable;

/** A socket whose every read and write is noted, and that can be given up by another thread, with a reason. */
final class WatchedSocket extends SocketHolder {

    /** A write is not known to go on before it is over: so one over a slow line must be short. */
    private static final int SMALLEST_STEP = 16 * 1024;

    private static final int LARGEST_STEP = 1 << 20;
    private static final long SLOW = TimeUnit.SECONDS.toNanos(1);

    private final ConnectionProgress progress;
    private final AtomicReference<@Nullable String> reason = new AtomicReference<>();
    private volatile boolean writeFailed;

    WatchedSocket(Socket socket, ConnectionProgress progress) {
        super(socket);
        this.progress = progress;
    }

    WatchedSocket(SSLSocket encrypted, Socket socket, ConnectionProgress progress) {
        super(encrypted, socket);
        this.progress = progress;
    }

    /** Whether it was a write that failed: the other side may have answered before. */
    boolean isWriteFailed() {
        return writeFailed;
    }

    /** Whether bytes have come that nobody has read; of an encrypted connection they may be no data. */
    boolean hasInput() throws IOException {
        return getBaseSocket().getInputStream().available() > 0;
    }

    /** Ends all waiting at once: an encrypted socket would first wait for whoever writes. */
    void giveUp(String why) {
        reason.compareAndSet(null, why);
        try {
            Socket socket = getBaseSocket();
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException e) {
            // it is closed already
        }
    }

    /** Ends the waiting of who writes, so that what the other side has said can be read. */
    void stopWriting() {
        try {
            getBaseSocket().shutdownOutput();
        } catch (IOException e) {
            // it is closed already
        }
    }

    private IOException explained(IOException failure) {
        String why = reason.get();
        return why == null ? failure : new NoProgressException(why, failure);
    }

    @Override
    protected InputStream getInputStream(Socket socket) throws IOException {
        return new FilterInputStream(super.getInputStream(socket)) {

            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                int count = 0;
                progress.enter();
                try {
                    count = in.read(buffer, offset, length);
                    return count;
                } catch (IOException e) {
                    throw explained(e);
                } finally {
                    progress.leave(Math.max(0, count));
                }
            }
        };
    }

    @Override
    protected OutputStream getOutputStream(Socket socket) throws IOException {
        return new FilterOutputStream(super.getOutputStream(socket)) {

            private int step = SMALLEST_STEP;

            @Override
            public void write(int b) throws IOException {
                write(new byte[] {(byte) b}, 0, 1);
            }

            @Override
            public void write(byte[] buffer, int offset, int length) throws IOException {
                for (int passed = 0; passed < length; ) {
                    int next = Math.min(step, length - passed);
                    step = writeStep(buffer, offset + passed, next) ? Math.min(2 * step, LARGEST_STEP) : SMALLEST_STEP;
                    passed += next;
                }
            }

            /** Whether it went fast. */
            private boolean writeStep(byte[] buffer, int offset, int length) throws IOException {
                int count = 0;
                long took = 0;
                progress.enter();
                try {
                    out.write(buffer, offset, length);
                    count = length;
                } catch (IOException e) {
                    writeFailed = true;
                    throw explained(e);
                } finally {
                    took = progress.leave(count);
                }
                return took < SLOW;
            }
        };
    }
}
