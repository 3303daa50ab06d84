package org.multicloudmirror.storage;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * So much a second of something, for all who ask together: they get it in slices, first come, first served. It can be
 * changed while they wait. Safe for use by many threads.
 */
public final class RateLimiter implements AutoCloseable {

    private static final long UNLIMITED = 0;

    /** Fair: who reads little waits no longer than who reads much. */
    private final ReentrantLock turn = new ReentrantLock(true);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final LongAdder waited = new LongAdder();
    private final TokenBucket bucket;
    private volatile long perSecond;
    private boolean closed;

    /**
     * @param perSecond from 1; 0: no limit
     */
    public RateLimiter(long perSecond) {
        this.perSecond = perSecond;
        this.bucket = new TokenBucket(Math.max(1, perSecond), System.nanoTime());
    }

    /** Whether there is a limit now. */
    public boolean isLimited() {
        return perSecond != UNLIMITED;
    }

    /** The limit, a second; 0: none. */
    public long perSecond() {
        return perSecond;
    }

    /** How long all have waited, added up. */
    public Duration waited() {
        return Duration.ofNanos(waited.sum());
    }

    /**
     * Changes the limit, for those who wait already, too.
     *
     * @param most a second, from 1; 0: no limit
     */
    public void change(long most) {
        lock.lock();
        try {
            bucket.refit(Math.max(1, most), System.nanoTime());
            perSecond = most;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until some may be had.
     *
     * @param wanted from 1
     * @return how much it is, from 1 up to what is wanted; all of it where there is no limit
     * @throws IOException when it is closed meanwhile
     * @throws InterruptedIOException when the thread is interrupted
     */
    public long take(long wanted) throws IOException {
        if (!isLimited()) {
            return wanted;
        }
        long begun = System.nanoTime();
        try {
            turn.lockInterruptibly();
            try {
                return granted(wanted);
            } finally {
                turn.unlock();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while a limit held it back");
        } finally {
            waited.add(System.nanoTime() - begun);
        }
    }

    private long granted(long wanted) throws IOException, InterruptedException {
        lock.lock();
        try {
            while (isLimited()) {
                if (closed) {
                    throw new IOException("the store was closed while a limit held it back");
                }
                long taken = bucket.take(wanted, System.nanoTime());
                if (taken > 0) {
                    return taken;
                }
                changed.awaitNanos(bucket.untilNext(wanted));
            }
            return wanted;
        } finally {
            lock.unlock();
        }
    }

    /** Gives back what was taken and not used. */
    public void giveBack(long unused) {
        if (unused > 0 && isLimited()) {
            lock.lock();
            try {
                bucket.giveBack(unused);
            } finally {
                lock.unlock();
            }
        }
    }

    /** Those who wait fail, and those who come while there is a limit. */
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
