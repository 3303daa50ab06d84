package org.multicloudmirror.lease;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.multicloudmirror.testing.FakeLeases;

/** The clock of one machine beside that of a store: they go on together, and show different times. */
final class FakeClock implements LeaseClock {

    private final FakeLeases store;
    private final Instant start;
    private final Deque<Runnable> meanwhile = new ArrayDeque<>();
    private long beginning;

    FakeClock(FakeLeases store, long beginning) {
        this.store = store;
        this.start = store.now();
        this.beginning = beginning;
    }

    /** Something that happens while time is let pass next. */
    FakeClock meanwhile(Runnable action) {
        meanwhile.add(action);
        return this;
    }

    /** It stood still for some time, as in a machine that sleeps. */
    void misses(Duration time) {
        beginning -= time.toNanos();
    }

    @Override
    public long nanos() {
        return beginning + Duration.between(start, store.now()).toNanos();
    }

    @Override
    public void pass(Duration time) {
        store.pass(time);
        if (!meanwhile.isEmpty()) {
            meanwhile.remove().run();
        }
    }
}
