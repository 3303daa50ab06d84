package org.multicloudmirror.mirror.copy;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.multicloudmirror.mirror.LeftOutException;
import org.multicloudmirror.mirror.task.Failures;
import org.multicloudmirror.mirror.work.Copy;
import org.multicloudmirror.storage.BreakerWatch;
import org.multicloudmirror.storage.StoreException;
import org.multicloudmirror.storage.ThrottledException;

/** Whether a copy that failed is tried again. */
public final class RetryPolicy {

    private final LongSupplier clock;
    private final @Nullable Runnable whenRetried;

    /**
     * @param clock tells nanoseconds, from any beginning
     */
    public RetryPolicy(LongSupplier clock) {
        this(clock, null);
    }

    /**
     * @param clock tells nanoseconds, from any beginning
     * @param whenRetried is run before each further attempt; null where nobody watches
     */
    public RetryPolicy(LongSupplier clock, @Nullable Runnable whenRetried) {
        this.clock = clock;
        this.whenRetried = whenRetried;
    }

    /**
     * Counts a failure, and tells whether another attempt is left.
     *
     * @param retries how often a copy is tried again, throttling apart
     * @param throttled how often because of throttling
     */
    public boolean isLeft(Copy copy, Exception failure, int retries, int throttled) {
        boolean isLeft = isAnotherLeft(copy, failure, retries, throttled);
        if (isLeft && whenRetried != null) {
            whenRetried.run();
        }
        return isLeft;
    }

    private boolean isAnotherLeft(Copy copy, Exception failure, int retries, int throttled) {
        if (isLeftOut(failure)) {
            return false;
        }
        if (copy.run().trouble().isPresent()) {
            return false;
        }
        // an outage takes all objects that are under way together, and mostly passes
        if (mayBeAnOutage(failure) && retries > 0 && isSatOut(copy)) {
            return true;
        }
        boolean isThrottled = failure instanceof ThrottledException;
        Failures failures = copy.fail(isThrottled);
        return isThrottled ? failures.throttled() <= throttled : failures.other() <= retries;
    }

    /** Routes of an earlier version do not know it, and have it wrapped. */
    private static boolean isLeftOut(Throwable failure) {
        Throwable cause = failure;
        while (cause != null && !(cause instanceof LeftOutException)) {
            cause = cause.getCause();
        }
        return cause != null;
    }

    private static boolean mayBeAnOutage(Exception failure) {
        return failure instanceof StoreException error && BreakerWatch.isSignOfOutage(error);
    }

    /** By the object's own span, too: it alone may be without an answer, and make the store look out each time. */
    private boolean isSatOut(Copy copy) {
        long now = clock.getAsLong();
        Duration lasting = Duration.ofNanos(now - copy.unansweredSince(now));
        return lasting.compareTo(BreakerWatch.OUTAGE) < 0 && copy.run().isWaitingForStore();
    }
}
