package org.multicloudmirror.mirror.list;

import java.util.concurrent.atomic.AtomicInteger;

/** How many ranges are listed at the same time, over all runs of the process. */
final class Listers {

    private final int most;
    private final AtomicInteger busy = new AtomicInteger();

    /**
     * @param most as many as consume the queue of ranges
     */
    Listers(int most) {
        this.most = most;
    }

    /** One begins a run: there may be more runs than listers, and some of them wait. */
    void enter() {
        busy.incrementAndGet();
    }

    /** One has done its range. */
    void leave() {
        busy.decrementAndGet();
    }

    /** How many have nothing to do. */
    int idle() {
        return Math.max(0, most - busy.get());
    }

    /**
     * Gives ranges to those that have nothing to do.
     *
     * @return how many of them are taken, at most as many as wanted
     */
    int take(int wanted) {
        int before = busy.getAndUpdate(now -> now + Math.max(0, Math.min(wanted, most - now)));
        return Math.max(0, Math.min(wanted, most - before));
    }
}
