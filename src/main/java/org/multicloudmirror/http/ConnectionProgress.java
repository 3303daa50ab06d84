package org.multicloudmirror.http;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What passes over one connection, and how long its user has waited for the other side in the meantime: time that goes
 * elsewhere (a limit of ours, a slow source) is not the other side's fault. One thread uses the connection; another one
 * may ask at any time whether it makes too little progress.
 */
final class ConnectionProgress {

    /** What the other side is to do. */
    private enum Phase {
        REQUEST("takes a request"),
        HEADERS("sends the headers of an answer"),
        BODY("sends a body");

        private final String words;

        Phase(String words) {
            this.words = words;
        }
    }

    /** What is counted from: the bytes and the waiting up to then. */
    private record Window(long bytes, long waited, Phase phase) {}

    private final ProgressRule rule;
    private final LongSupplier clock;
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicLong waited = new AtomicLong();
    /** When the present waiting began; 0 between two. */
    private final AtomicLong since = new AtomicLong();

    private final AtomicReference<@Nullable Window> window = new AtomicReference<>();
    /** How long was waited before an answer was waited for; negative where it may take any time. */
    private final AtomicLong answerFrom = new AtomicLong(-1);

    private long answerBegan;
    private boolean awaitsFirstByte;

    /**
     * @param clock in nanoseconds
     */
    ConnectionProgress(ProgressRule rule, LongSupplier clock) {
        this.rule = rule;
        this.clock = clock;
    }

    /** A read or write begins. */
    void enter() {
        // 0 is no time
        since.setRelease(clock.getAsLong() | 1);
    }

    /**
     * It is over, with so many bytes.
     *
     * @return how long it took, in nanoseconds
     */
    long leave(int count) {
        long took = clock.getAsLong() - since.getPlain();
        waited.setRelease(waited.getPlain() + took);
        since.setRelease(0);
        bytes.setRelease(bytes.getPlain() + count);
        if (awaitsFirstByte && count > 0) {
            awaitsFirstByte = false;
            restart(Phase.HEADERS);
        }
        return took;
    }

    /** A request is written. */
    void sending() {
        awaitsFirstByte = false;
        answerFrom.set(-1);
        restart(Phase.REQUEST);
    }

    /** It is written, and its answer is waited for: silence is the read timeout's, but once it begins it must go on. */
    void awaiting() {
        awaitsFirstByte = true;
        window.set(null);
        answerBegan = waited.getPlain();
        answerFrom.set(answerBegan);
    }

    /** The headers are there; what follows may be of any length. */
    void readingBody() {
        awaitsFirstByte = false;
        answerFrom.set(-1);
        restart(Phase.BODY);
    }

    /**
     * What follows the headers is a short answer, which must be whole in time.
     *
     * @param mayPause whether the service may send next to nothing while it works
     */
    void readingAnswer(boolean mayPause) {
        if (mayPause) {
            window.set(null);
        }
        answerFrom.set(answerBegan);
    }

    /** What the other side owes, in words; empty while there is no reason to give it up. */
    Optional<String> overdue() {
        long now = waitedUntilNow();
        long from = answerFrom.get();
        if (from >= 0 && now - from > rule.answerNanos()) {
            return Optional.of(
                    "the answer is not complete after " + rule.answer().toSeconds() + " s");
        }
        Window begun = window.get();
        if (begun == null || now - begun.waited() < rule.windowNanos()) {
            return Optional.empty();
        }
        long moved = bytes.getAcquire() - begun.bytes();
        if (moved < rule.leastBytes()) {
            return Optional.of("the other side " + begun.phase().words + " too slowly: " + moved + " bytes in "
                    + rule.window().toSeconds() + " s (mirror.http.min-rate is " + rule.perSecond() + ")");
        }
        window.compareAndSet(begun, new Window(begun.bytes() + moved, now, begun.phase()));
        return Optional.empty();
    }

    /** Whether it is a request that the other side does not take; it is given another window then. */
    boolean yieldsToAnswer() {
        Window begun = window.get();
        return begun != null
                && begun.phase() == Phase.REQUEST
                && window.compareAndSet(begun, new Window(bytes.getAcquire(), waitedUntilNow(), Phase.REQUEST));
    }

    private long waitedUntilNow() {
        long begun = since.getAcquire();
        long before = waited.getAcquire();
        return begun == 0 ? before : before + Math.max(0, clock.getAsLong() - begun);
    }

    private void restart(Phase phase) {
        window.set(new Window(bytes.getPlain(), waited.getPlain(), phase));
    }
}
