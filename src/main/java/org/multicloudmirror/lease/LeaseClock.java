package org.multicloudmirror.lease;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** How time passes here; what time it is, the stores tell. */
interface LeaseClock {

    /** The machine's own. */
    LeaseClock SYSTEM = new LeaseClock() {
        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        public void pass(Duration time) {
            long begun = System.nanoTime();
            for (long left = time.toNanos();
                    left > 0 && !Thread.currentThread().isInterrupted();
                    left = time.toNanos() - (System.nanoTime() - begun)) {
                LockSupport.parkNanos(left);
            }
        }
    };

    /** From any beginning. */
    long nanos();

    /** Lets some time pass. */
    void pass(Duration time);
}
