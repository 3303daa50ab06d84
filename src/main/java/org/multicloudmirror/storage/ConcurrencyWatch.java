package org.multicloudmirror.storage;

import java.util.function.Consumer;

/** What a store's throttling came to while it was watched. */
public final class ConcurrencyWatch implements AutoCloseable {

    private final int most;
    private final Consumer<ConcurrencyWatch> whenClosed;
    private long throttled;
    private int lowest;

    ConcurrencyWatch(int most, Consumer<ConcurrencyWatch> whenClosed) {
        this.most = most;
        this.lowest = most;
        this.whenClosed = whenClosed;
    }

    synchronized void throttled(int limit) {
        throttled++;
        lowest = Math.min(lowest, limit);
    }

    /** How many requests were throttled. */
    public synchronized long throttled() {
        return throttled;
    }

    /** The fewest requests at a time that the store was given since. */
    public synchronized int lowest() {
        return lowest;
    }

    /** The most that it is ever given. */
    public int most() {
        return most;
    }

    @Override
    public void close() {
        whenClosed.accept(this);
    }
}
