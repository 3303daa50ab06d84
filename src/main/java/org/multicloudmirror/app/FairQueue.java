package org.multicloudmirror.app;

import java.util.AbstractQueue;
import java.util.Collection;
import java.util.Iterator;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.camel.Exchange;
import org.apache.camel.support.SynchronizationAdapter;
import org.jspecify.annotations.Nullable;

/**
 * A queue between two stages in which runs take turns: the messages of one run keep their order, and next is the run that
 * has not had a turn for longest, so that one that has just begun waits for nothing that others have queued. Each run may
 * have as many waiting as the queue is long, so that a run that fills its own part holds up no other. A run that may have
 * only so many of its messages in work is passed over while it has as many.
 *
 * <p>One lock is taken for each message that comes, and one for each that goes, as in Java's own queues.
 *
 * <p>Camel ends a consumer when its poll for a message has come back. In a queue that is {@link #close closed}, polls come
 * back at once, so that the end of the program waits for none.
 */
final class FairQueue extends AbstractQueue<Exchange> implements BlockingQueue<Exchange> {

    /** Who polls a closed queue again and again does not keep a processor busy. */
    private static final long CLOSED_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

    private final int length;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition hasCome = lock.newCondition();
    private final Lanes lanes;
    private boolean isClosed;

    /**
     * @param length how many messages of each run may wait, from 1
     */
    FairQueue(int length, Lanes.Runs runs) {
        this.length = length;
        this.lanes = new Lanes(runs, lock::newCondition);
    }

    @Override
    public void put(Exchange message) throws InterruptedException {
        offer(message, Long.MAX_VALUE, TimeUnit.NANOSECONDS);
    }

    @Override
    public boolean offer(Exchange message) {
        lock.lock();
        try {
            Lanes.Lane lane = lanes.of(message);
            return lane.size() < length && add(lane, message);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean offer(Exchange message, long timeout, TimeUnit unit) throws InterruptedException {
        long left = unit.toNanos(timeout);
        lock.lockInterruptibly();
        try {
            Lanes.Lane lane = lanes.of(message);
            lane.enter();
            try {
                while (lane.size() >= length) {
                    if (left <= 0) {
                        return false;
                    }
                    left = lane.hasRoom.awaitNanos(left);
                }
                return add(lane, message);
            } finally {
                lane.leave();
            }
        } finally {
            lock.unlock();
        }
    }

    private boolean add(Lanes.Lane lane, Exchange message) {
        if (lanes.add(lane, message)) {
            hasCome.signal();
        }
        return true;
    }

    @Override
    public @Nullable Exchange poll() {
        lock.lock();
        try {
            return next();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public @Nullable Exchange poll(long timeout, TimeUnit unit) throws InterruptedException {
        long left = unit.toNanos(timeout);
        lock.lockInterruptibly();
        try {
            Exchange next = next();
            while (next == null && left > 0) {
                left = hasCome.awaitNanos(isClosed ? Math.min(left, CLOSED_NANOS) : left);
                next = next();
            }
            return next;
        } finally {
            lock.unlock();
        }
    }

    /** Polls wait for nothing from now on. What waits in the queue is still given, what comes is still taken. */
    void close() {
        lock.lock();
        try {
            isClosed = true;
            hasCome.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Exchange take() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            Exchange next = next();
            while (next == null) {
                hasCome.await();
                next = next();
            }
            return next;
        } finally {
            lock.unlock();
        }
    }

    private @Nullable Exchange next() {
        Lanes.Lane lane = lanes.next();
        if (lane == null) {
            return null;
        }
        Exchange next = lanes.take(lane);
        lane.hasRoom.signal();
        if (lane.isLimited()) {
            next.getExchangeExtension().addOnCompletion(new Done(lane));
        }
        return next;
    }

    /** A message of a run that may not have many in work is done with. */
    private final class Done extends SynchronizationAdapter {

        private final Lanes.Lane lane;

        Done(Lanes.Lane lane) {
            this.lane = lane;
        }

        @Override
        public void onDone(Exchange exchange) {
            lock.lock();
            try {
                if (lanes.done(lane)) {
                    hasCome.signal();
                }
            } finally {
                lock.unlock();
            }
        }

        @Override
        public boolean allowHandover() {
            // a copy of the message is worked on by who has this one
            return false;
        }
    }

    @Override
    public @Nullable Exchange peek() {
        lock.lock();
        try {
            return lanes.peek();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public int size() {
        lock.lock();
        try {
            return lanes.size();
        } finally {
            lock.unlock();
        }
    }

    /** For a run that has nothing waiting. */
    @Override
    public int remainingCapacity() {
        return length;
    }

    /** Of those that wait now. */
    @Override
    public Iterator<Exchange> iterator() {
        lock.lock();
        try {
            return lanes.all().iterator();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public int drainTo(Collection<? super Exchange> to) {
        return drainTo(to, Integer.MAX_VALUE);
    }

    @Override
    public int drainTo(Collection<? super Exchange> to, int limit) {
        int drained = 0;
        for (Exchange next = limit > 0 ? poll() : null; next != null; next = drained < limit ? poll() : null) {
            to.add(next);
            drained++;
        }
        return drained;
    }
}
