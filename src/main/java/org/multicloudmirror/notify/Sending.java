package org.multicloudmirror.notify;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.multicloudmirror.http.HttpCall;
import org.multicloudmirror.http.HttpReply;
import org.multicloudmirror.http.HttpRoute;
import org.multicloudmirror.http.HttpTransport;

/** Sends one request over a connection of its own, which is cut when it takes too long. */
final class Sending {

    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration SILENCE = Duration.ofSeconds(20);
    private static final Pattern SECONDS = Pattern.compile("\\d{1,6}");

    /**
     * What came back.
     *
     * @param status the code
     * @param pause how long the other side wants to be left alone
     */
    record Answer(int status, Optional<Duration> pause) {}

    private Sending() {}

    /**
     * Sends it.
     *
     * @param most how long it may take
     * @throws IOException when no answer comes in that time
     */
    static Answer send(HttpCall call, HttpRoute usual, Duration most) throws IOException {
        HttpRoute route = new HttpRoute(
                least(usual.connectTimeout(), CONNECT),
                least(usual.readTimeout(), SILENCE),
                usual.leastRate(),
                usual.trust(),
                usual.proxy());
        CompletableFuture<Void> ended = new CompletableFuture<>();
        try (HttpTransport transport = new HttpTransport(1, route)) {
            var unused = ended.orTimeout(most.toMillis(), TimeUnit.MILLISECONDS)
                    .whenComplete((done, late) -> cutIf(late != null, transport));
            try (HttpReply reply = transport.send(call)) {
                return new Answer(reply.status(), pause(reply));
            } catch (IOException e) {
                if (ended.isCompletedExceptionally()) {
                    throw new IOException("no answer in " + most.toSeconds() + " s");
                }
                throw e;
            }
        } finally {
            ended.complete(null);
        }
    }

    private static void cutIf(boolean isLate, HttpTransport transport) {
        if (isLate) {
            transport.close();
        }
    }

    private static Duration least(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /** RFC 9110, section 10.2.3: seconds, or a date. */
    private static Optional<Duration> pause(HttpReply reply) {
        Optional<Duration> seconds = reply.header("Retry-After")
                .map(String::strip)
                .filter(text -> SECONDS.matcher(text).matches())
                .map(text -> Duration.ofSeconds(Long.parseLong(text)));
        return seconds.isPresent()
                ? seconds
                : reply.date("Retry-After").map(date -> Duration.between(Instant.now(), date));
    }
}
