package org.multicloudmirror.mirror;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** The keys of a run that are queued or in flight: as many as the queue and the workers hold, not more. */
final class PendingCopies {

    private record Pending(
            long size, long sinceNanos, int attempts, Failures failures, Evidence evidence, boolean isTaken) {

        static Pending of(long size) {
            return new Pending(size, System.nanoTime(), 0, Failures.NONE, Evidence.NONE, false);
        }
    }

    private final Map<String, Pending> copies = new ConcurrentHashMap<>();

    /** Takes a key in; false when it is in already. */
    boolean add(String key, long size) {
        return copies.putIfAbsent(key, Pending.of(size)) == null;
    }

    /** A worker has it now; one that looks at it again after a failure has it still. */
    void begin(String key, long size) {
        copies.merge(
                key, Pending.of(size), (pending, fresh) -> pending.failures().equals(Failures.NONE) ? fresh : pending);
    }

    /** Its bytes are taken from the budget: false when they were already. */
    boolean take(String key) {
        boolean[] isFirst = {false};
        copies.computeIfPresent(key, (k, pending) -> {
            isFirst[0] = !pending.isTaken();
            return new Pending(
                    pending.size(),
                    pending.sinceNanos(),
                    pending.attempts(),
                    pending.failures(),
                    pending.evidence(),
                    true);
        });
        return isFirst[0];
    }

    /** The true size is known now. */
    void resize(String key, long size) {
        copies.computeIfPresent(
                key,
                (k, pending) -> new Pending(
                        size,
                        pending.sinceNanos(),
                        pending.attempts(),
                        pending.failures(),
                        pending.evidence(),
                        pending.isTaken()));
    }

    /** The size as last known, in bytes. */
    long size(String key) {
        Pending pending = copies.get(key);
        return pending == null ? 0 : pending.size();
    }

    /** Get and put begin, for the first time or again. */
    void attempt(String key) {
        copies.computeIfPresent(
                key,
                (k, pending) -> new Pending(
                        pending.size(),
                        pending.sinceNanos(),
                        pending.attempts() + 1,
                        pending.failures(),
                        Evidence.NONE,
                        pending.isTaken()));
    }

    /** How often they began. */
    int attempts(String key) {
        Pending pending = copies.get(key);
        return pending == null ? 0 : pending.attempts();
    }

    /** It failed: adds that to its failures so far, and gives them. */
    Failures fail(String key, UnaryOperator<Failures> with) {
        Pending failed = copies.computeIfPresent(
                key,
                (k, pending) -> new Pending(
                        pending.size(),
                        pending.sinceNanos(),
                        pending.attempts(),
                        with.apply(pending.failures()),
                        pending.evidence(),
                        pending.isTaken()));
        return failed == null ? with.apply(Failures.NONE) : failed.failures();
    }

    /** What is known of the destination's object now, beside what was lost already. */
    void prove(String key, Evidence evidence) {
        copies.computeIfPresent(
                key,
                (k, pending) -> new Pending(
                        pending.size(),
                        pending.sinceNanos(),
                        pending.attempts(),
                        pending.failures(),
                        evidence.losing(pending.evidence().lost()),
                        pending.isTaken()));
    }

    /** What is known of the destination's object. */
    Evidence evidence(String key) {
        Pending pending = copies.get(key);
        return pending == null ? Evidence.NONE : pending.evidence();
    }

    /** How long the worker has had it. */
    Duration age(String key) {
        Pending pending = copies.get(key);
        return pending == null ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - pending.sinceNanos());
    }

    /** Lets a key go; its size as last known, in bytes, 0 when it was not in. */
    long remove(String key) {
        Pending pending = copies.remove(key);
        return pending == null ? 0 : pending.size();
    }
}
