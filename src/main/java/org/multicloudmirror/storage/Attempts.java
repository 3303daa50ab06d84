package org.multicloudmirror.storage;

import java.util.function.LongSupplier;

/** The attempts at one request. Not safe for use by several threads. */
final class Attempts {

    private final Retry retry;
    private final LongSupplier clock;
    private int failed;
    private int throttled;
    private boolean isOut;
    private long outSince;

    /**
     * @param clock tells nanoseconds, from any beginning
     */
    Attempts(Retry retry, LongSupplier clock) {
        this.retry = retry;
        this.clock = clock;
    }

    /** Counts a failure, and tells whether another attempt is left. */
    boolean isLeft(StoreException failure) {
        boolean isSatOut = isSatOut(failure);
        if (failure instanceof ThrottledException) {
            return ++throttled <= retry.throttlings();
        }
        return failure.isTransient() && (isSatOut || ++failed <= retry.failures());
    }

    private boolean isSatOut(StoreException failure) {
        boolean wasOut = isOut;
        isOut = Outage.isLikely(failure);
        if (isOut && !wasOut) {
            outSince = clock.getAsLong();
        }
        return isOut
                && retry.failures() > 0
                && clock.getAsLong() - outSince < retry.outage().toNanos();
    }
}
