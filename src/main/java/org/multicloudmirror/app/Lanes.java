package org.multicloudmirror.app;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.Condition;
import java.util.function.Supplier;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/**
 * What waits in a queue, a lane for each run; next is the lane that has not had a turn for longest. For one thread at a
 * time.
 */
final class Lanes {

    /** The header that says whose a message is; those without one are one run's. */
    private static final String RUN = "MirrorRun";

    private static final Comparator<Lane> BY_TURN = Comparator.comparingLong(lane -> lane.lastTurn);

    private final Runs runs;
    private final Supplier<Condition> conditions;
    private final Map<String, Lane> lanes = new HashMap<>();

    /** Those whose next message may be taken. */
    private final List<Lane> ready = new ArrayList<>();

    private int size;
    private long turns;

    /** What is to be known of the runs. */
    interface Runs {

        /** How many messages of a message's run may be in work; {@link Integer#MAX_VALUE}: as many as there are workers. */
        int most(Exchange message);

        /** Whether messages of a run may still come. */
        boolean isUnderWay(String run);
    }

    /** What waits of one run. */
    static final class Lane {

        /** For who waits to put a message into it. */
        final Condition hasRoom;

        private final int most;
        private final ArrayDeque<Exchange> waiting = new ArrayDeque<>();
        private int putting;
        private int inWork;
        private long lastTurn;
        private boolean isReady;

        private Lane(int most, Condition hasRoom) {
            this.most = most;
            this.hasRoom = hasRoom;
        }

        int size() {
            return waiting.size();
        }

        /** Somebody begins to put a message into it: it stays until that is over. */
        void enter() {
            putting++;
        }

        void leave() {
            putting--;
        }

        /** Whether only so many of its messages may be in work. */
        boolean isLimited() {
            return most < Integer.MAX_VALUE;
        }

        private boolean isIdle() {
            return waiting.isEmpty() && inWork == 0 && putting == 0;
        }

        private boolean hasNext() {
            return !waiting.isEmpty() && inWork < most;
        }
    }

    /**
     * @param conditions makes those that lanes are waited for by
     */
    Lanes(Runs runs, Supplier<Condition> conditions) {
        this.runs = runs;
        this.conditions = conditions;
    }

    /** The lane of a message's run. */
    Lane of(Exchange message) {
        String run = Objects.requireNonNullElse(message.getMessage().getHeader(RUN, String.class), "");
        Lane lane = lanes.get(run);
        if (lane == null) {
            // a run has a first turn once: what it has had is forgotten when it has ended
            lanes.entrySet().removeIf(old -> old.getValue().isIdle() && !runs.isUnderWay(old.getKey()));
            lane = new Lane(runs.most(message), conditions.get());
            lanes.put(run, lane);
        }
        return lane;
    }

    /** Adds a message; true when one may be taken. */
    boolean add(Lane lane, Exchange message) {
        lane.waiting.add(Objects.requireNonNull(message));
        size++;
        return isReady(lane);
    }

    /** A message of a limited lane is done with; true when another may be taken. */
    boolean done(Lane lane) {
        lane.inWork--;
        return isReady(lane);
    }

    private boolean isReady(Lane lane) {
        if (!lane.isReady && lane.hasNext()) {
            lane.isReady = true;
            ready.add(lane);
        }
        return lane.isReady;
    }

    /** The lane whose turn it is; null when no message may be taken. */
    @Nullable
    Lane next() {
        return switch (ready.size()) {
            case 0 -> null;
            case 1 -> ready.get(0);
            default -> Collections.min(ready, BY_TURN);
        };
    }

    /** Takes the next message of a lane whose turn it is. */
    Exchange take(Lane lane) {
        lane.lastTurn = ++turns;
        Exchange next = lane.waiting.remove();
        size--;
        if (lane.isLimited()) {
            lane.inWork++;
        }
        if (!lane.hasNext()) {
            lane.isReady = false;
            ready.remove(lane);
        }
        return next;
    }

    /** The message that would be taken. */
    @Nullable
    Exchange peek() {
        Lane lane = next();
        return lane == null ? null : lane.waiting.peek();
    }

    int size() {
        return size;
    }

    /** All that wait. */
    List<Exchange> all() {
        List<Exchange> all = new ArrayList<>(size);
        lanes.values().forEach(lane -> all.addAll(lane.waiting));
        return List.copyOf(all);
    }
}
