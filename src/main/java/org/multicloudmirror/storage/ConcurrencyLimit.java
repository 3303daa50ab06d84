package org.multicloudmirror.storage;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * How many requests a store gets at a time: half as many when it throttles, one more after each round of requests
 * without (additive increase, multiplicative decrease; D.-M. Chiu and R. Jain, 1989). While the store asks to be left
 * alone it gets none. Safe for use by many threads.
 */
public final class ConcurrencyLimit implements AutoCloseable {

    /** A store that asks for more is asked again after this time all the same. */
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    private static final long LOOK = Waiting.LOOK.toNanos();

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final List<ConcurrencyWatch> watches = new CopyOnWriteArrayList<>();
    private final int most;
    private volatile int limit;
    private int underWay;
    private int sinceChange;
    private long begun;
    private long lastThrottled;
    private long pausedUntil = System.nanoTime();
    private boolean closed;

    /**
     * @param most requests at a time, which is what it begins with; from 1
     */
    public ConcurrencyLimit(int most) {
        this.most = most;
        this.limit = most;
    }

    /** Sends a request as soon as one may begin. */
    <T> T of(Supplier<T> request) {
        long number = begin();
        try {
            T result = request.get();
            passed();
            return result;
        } catch (ThrottledException e) {
            throttled(number, e.retryAfter());
            throw e;
        } finally {
            end();
        }
    }

    /**
     * Waits until a request may begin; it must be ended.
     *
     * @return what {@link #throttled} is to be told
     * @throws TransientStoreException when the store is closed meanwhile, {@link Waiting} is over, or the thread is
     *     interrupted
     */
    long begin() {
        lock.lock();
        try {
            long pause = pausedUntil - System.nanoTime();
            while (!closed && (pause > 0 || underWay >= limit)) {
                if (Waiting.isOver()) {
                    throw new TransientStoreException("the run is to stop, and the store asks for patience");
                }
                changed.awaitNanos(pause > 0 ? Math.min(pause, LOOK) : LOOK);
                pause = pausedUntil - System.nanoTime();
            }
            if (closed) {
                throw new TransientStoreException("the store was closed while it asked for patience");
            }
            underWay++;
            return ++begun;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TransientStoreException("interrupted while the store asked for patience", e);
        } finally {
            lock.unlock();
        }
    }

    /** A request that began is over, however it went. */
    void end() {
        lock.lock();
        try {
            underWay--;
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    /** A request was not throttled. */
    void passed() {
        if (limit == most) {
            return;
        }
        lock.lock();
        try {
            sinceChange++;
            if (limit < most && sinceChange >= limit) {
                setLimit(limit + 1);
                changed.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * A request was throttled. Of those that were under way together only the first lowers the limit.
     *
     * @param request what {@link #begin} returned
     * @param retryAfter how long the store asks to be left alone
     */
    void throttled(long request, Duration retryAfter) {
        lock.lock();
        try {
            Duration pause = retryAfter.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : retryAfter;
            pausedUntil = Math.max(pausedUntil, System.nanoTime() + pause.toNanos());
            if (request > lastThrottled) {
                lastThrottled = begun;
                setLimit(Math.max(1, limit / 2));
            }
            watches.forEach(watch -> watch.throttled(limit));
        } finally {
            lock.unlock();
        }
    }

    /** How many requests may be under way now. */
    int limit() {
        return limit;
    }

    private void setLimit(int requests) {
        limit = requests;
        sinceChange = 0;
    }

    /** Watches from now on. */
    public ConcurrencyWatch watch() {
        ConcurrencyWatch watch = new ConcurrencyWatch(most, watches::remove);
        watches.add(watch);
        return watch;
    }

    /** Those who wait fail. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
