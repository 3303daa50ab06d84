package org.multicloudmirror.cloud.quirk;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.multicloudmirror.cloud.Call;
import org.multicloudmirror.cloud.Quirk;
import org.multicloudmirror.cloud.Reply;

/** Answers a few bytes a second, so that no pause is long enough for a timeout of silence. */
public record Trickles(Predicate<Call> which, String head, CountDownLatch end) implements Quirk, AutoCloseable {

    public static final String BODY = "HTTP/1.1 200 OK\r\nContent-Length: 100000\r\nETag: \"0\"\r\n\r\n";
    public static final String HEADER = "HTTP/1.1 200 OK\r\nX-Slow: ";

    public Trickles(Predicate<Call> which, String head) {
        this(which, head, new CountDownLatch(1));
    }

    @Override
    public Optional<Reply> instead(Call call) {
        return which.test(call)
                ? Optional.of(Reply.raw(out -> {
                    out.write(head.getBytes(ISO_8859_1));
                    try {
                        while (!end.await(200, TimeUnit.MILLISECONDS)) {
                            out.write(' ');
                            out.flush();
                        }
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                }))
                : Optional.empty();
    }

    @Override
    public void close() {
        end.countDown();
    }
}
