package org.multicloudmirror.mirror;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The keys of a run that are queued or in flight: as many as the queue and the workers hold, not more. */
final class PendingCopies {

    private record Pending(long size, long sinceNanos, int attempts, Evidence evidence) {}

    private final Map<String, Pending> copies = new ConcurrentHashMap<>();

    /** Takes a key in; false when it is in already. */
    boolean add(String key, long size) {
        return copies.putIfAbsent(key, new Pending(size, System.nanoTime(), 0, Evidence.NONE)) == null;
    }

    /** A worker has it now. */
    void begin(String key, long size) {
        copies.put(key, new Pending(size, System.nanoTime(), 0, Evidence.NONE));
    }

    /** The true size is known now. */
    void resize(String key, long size) {
        copies.computeIfPresent(
                key, (k, pending) -> new Pending(size, pending.sinceNanos(), pending.attempts(), pending.evidence()));
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
                (k, pending) ->
                        new Pending(pending.size(), pending.sinceNanos(), pending.attempts() + 1, Evidence.NONE));
    }

    /** How often they began. */
    int attempts(String key) {
        Pending pending = copies.get(key);
        return pending == null ? 0 : pending.attempts();
    }

    /** What is known of the destination's object now, beside what was lost already. */
    void prove(String key, Evidence evidence) {
        copies.computeIfPresent(
                key,
                (k, pending) -> new Pending(
                        pending.size(),
                        pending.sinceNanos(),
                        pending.attempts(),
                        evidence.losing(pending.evidence().lost())));
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
