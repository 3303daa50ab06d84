package org.multicloudmirror.it.servers;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Answers that begin as the object would and go on otherwise. */
public final class ObjectAnswer {

    private static final int DRIP_MILLIS = 20;

    private final byte[] content;

    public ObjectAnswer(byte[] content) {
        this.content = content.clone();
    }

    /** Sends half of it and hangs up. */
    public Answer half() {
        return exchange -> sendHalf(exchange);
    }

    /** Sends all of it with one byte changed. */
    public Answer corrupt() {
        return exchange -> {
            byte[] changed = content.clone();
            changed[changed.length / 2] ^= 1;
            announced(exchange).write(changed);
        };
    }

    /**
     * Sends half of it and falls silent.
     *
     * @param reached opens when the half is sent
     */
    public Answer silentAfterHalf(CountDownLatch reached) {
        return pausingAfterHalf(reached, new CountDownLatch(1));
    }

    /**
     * Sends half of it, and the rest when it is told to.
     *
     * @param reached opens when the half is sent
     */
    public Answer pausingAfterHalf(CountDownLatch reached, CountDownLatch goOn) {
        return exchange -> {
            OutputStream body = sendHalf(exchange);
            reached.countDown();
            if (wait(goOn, TimeUnit.SECONDS.toMillis(Answer.FOR_EVER_SECONDS))) {
                body.write(content, content.length / 2, content.length - content.length / 2);
            }
        };
    }

    /**
     * Sends it byte by byte, a little time between them, until the reader is gone.
     *
     * @param reached opens with the first byte
     */
    public Answer dripping(CountDownLatch reached) {
        CountDownLatch never = new CountDownLatch(1);
        return exchange -> {
            OutputStream body = announced(exchange);
            for (byte b : content) {
                body.write(b);
                body.flush();
                reached.countDown();
                wait(never, DRIP_MILLIS);
            }
        };
    }

    private OutputStream sendHalf(HttpExchange exchange) throws IOException {
        OutputStream body = announced(exchange);
        body.write(content, 0, content.length / 2);
        body.flush();
        return body;
    }

    private OutputStream announced(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("ETag", '"' + FakeBuckets.md5(content) + '"');
        exchange.sendResponseHeaders(200, content.length);
        return exchange.getResponseBody();
    }

    private static boolean wait(CountDownLatch latch, long millis) throws IOException {
        try {
            return latch.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
