package org.multicloudmirror.app;

import java.util.AbstractQueue;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.camel.Exchange;
import org.apache.camel.support.SynchronizationAdapter;
import org.jspecify.annotations.Nullable;

/**
 * A queue between two stages in which runs take turns: the messages of one run keep their order, and next is the run that
 * has not had a turn for longest, so that one that has just begun waits for nothing that others have queued. Each run may have as many waiting as the queue is
 * long, so that a run that fills its own part holds up no other. A run that may have only so many of its messages in work
 * is passed over while it has as many.
 *
 * <p>One lock is taken for each message that comes, and one for each that goes, as in Java's own queues.
 */
final class FairQueue extends AbstractQueue<Exchange> implements BlockingQueue<Exchange> {

    /** The header that says whose a message is; those without one are one run's. */
    private static final String RUN = "MirrorRun";

    private final int length;
    private final Runs runs;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition hasCome = lock.newCondition();
    private final Map<String, Lane> lanes = new HashMap<>();

    /** Those whose next message may be taken. */
    private final List<Lane> ready = new ArrayList<>();

    private int size;
    private long turns;

    /** What the queue knows of the runs. */
    interface Runs {

        /** How many messages of a message's run may be in work; {@link Integer#MAX_VALUE}: as many as there are workers. */
        int most(Exchange message);

        /** Whether messages of a run may still come. */
        boolean isUnderWay(String run);
    }

    /** What waits of one run. */
    private final class Lane {

        private final int most;
        private final ArrayDeque<Exchange> waiting = new ArrayDeque<>();
        private final Condition hasRoom = lock.newCondition();
        private int inWork;
        private int putting;
        private long lastTurn;
        private boolean isReady;

        Lane(int most) {
            this.most = most;
        }

        boolean isLimited() {
            return most < Integer.MAX_VALUE;
        }

        boolean isIdle() {
            return waiting.isEmpty() && inWork == 0 && putting == 0;
        }
    }

    /**
     * @param length how many messages of each run may wait, from 1
     */
    FairQueue(int length, Runs runs) {
        this.length = length;
        this.runs = runs;
    }

    @Override
    public void put(Exchange message) throws InterruptedException {
        offer(message, Long.MAX_VALUE, TimeUnit.NANOSECONDS);
    }

    @Override
    public boolean offer(Exchange message) {
        lock.lock();
        try {
            Lane lane = lane(message);
            return lane.waiting.size() < length && add(lane, message);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean offer(Exchange message, long timeout, TimeUnit unit) throws InterruptedException {
        long left = unit.toNanos(timeout);
        lock.lockInterruptibly();
        try {
            Lane lane = lane(message);
            lane.putting++;
            try {
                while (lane.waiting.size() >= length) {
                    if (left <= 0) {
                        return false;
                    }
                    left = lane.hasRoom.awaitNanos(left);
                }
                return add(lane, message);
            } finally {
                lane.putting--;
            }
        } finally {
            lock.unlock();
        }
    }

    private boolean add(Lane lane, Exchange message) {
        lane.waiting.add(Objects.requireNonNull(message));
        size++;
        getReady(lane);
        return true;
    }

    private Lane lane(Exchange message) {
        String run = Objects.requireNonNullElse(message.getMessage().getHeader(RUN, String.class), "");
        Lane lane = lanes.get(run);
        if (lane == null) {
            // a run has a first turn once: what it has had is forgotten when it has ended
            lanes.entrySet().removeIf(old -> old.getValue().isIdle() && !runs.isUnderWay(old.getKey()));
            lane = new Lane(runs.most(message));
            lanes.put(run, lane);
        }
        return lane;
    }

    /** If it has a message that may be taken. */
    private void getReady(Lane lane) {
        if (!lane.isReady && !lane.waiting.isEmpty() && lane.inWork < lane.most) {
            lane.isReady = true;
            ready.add(lane);
        }
        if (lane.isReady) {
            hasCome.signal();
        }
    }

    private @Nullable Lane nextLane() {
        return switch (ready.size()) {
            case 0 -> null;
            case 1 -> ready.get(0);
            default -> Collections.min(ready, Comparator.comparingLong((Lane lane) -> lane.lastTurn));
        };
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
                left = hasCome.awaitNanos(left);
                next = next();
            }
            return next;
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
        Lane lane = nextLane();
        if (lane == null) {
            return null;
        }
        lane.lastTurn = ++turns;
        Exchange next = lane.waiting.remove();
        size--;
        lane.hasRoom.signal();
        if (lane.isLimited()) {
            lane.inWork++;
            next.getExchangeExtension().addOnCompletion(new Done(lane));
        }
        if (lane.waiting.isEmpty() || lane.inWork >= lane.most) {
            lane.isReady = false;
            ready.remove(lane);
        }
        return next;
    }

    /** A message of a run that may not have many in work is done with. */
    private final class Done extends SynchronizationAdapter {

        private final Lane lane;

        Done(Lane lane) {
            this.lane = lane;
        }

        @Override
        public void onDone(Exchange exchange) {
            lock.lock();
            try {
                lane.inWork--;
                getReady(lane);
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
            Lane lane = nextLane();
            return lane == null ? null : lane.waiting.peek();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public int size() {
        lock.lock();
        try {
            return size;
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
            List<Exchange> all = new ArrayList<>(size);
            lanes.values().forEach(lane -> all.addAll(lane.waiting));
            return List.copyOf(all).iterator();
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
