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

    /**
     * Takes all that have nothing to do.
     *
     * @return how many they are
     */
    int take() {
        return Math.max(0, most - busy.getAndUpdate(now -> Math.max(now, most)));
    }

    /** Some of them get nothing to do after all. */
    void giveBack(int listers) {
        busy.addAndGet(-listers);
    }
}
