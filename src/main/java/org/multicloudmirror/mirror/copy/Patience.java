package org.multicloudmirror.mirror.copy;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.multicloudmirror.mirror.CopyTask;
import org.multicloudmirror.mirror.Failures;
import org.multicloudmirror.mirror.Run;
import org.multicloudmirror.mirror.Runs;
import org.multicloudmirror.storage.BreakerWatch;
import org.multicloudmirror.storage.StoreException;
import org.multicloudmirror.storage.ThrottledException;

/** Whether a copy that failed is tried again. */
public final class Patience {

    private final Runs runs;
    private final LongSupplier clock;

    /**
     * @param clock tells nanoseconds, from any beginning
     */
    public Patience(Runs runs, LongSupplier clock) {
        this.runs = runs;
        this.clock = clock;
    }

    /**
     * Counts a failure, and tells whether another attempt is left.
     *
     * @param retries how often a copy is tried again, throttling apart
     * @param throttled how often because of throttling
     */
    public boolean isLeft(CopyTask task, Exception failure, int retries, int throttled) {
        Run run = runs.byId(task.runId());
        if (run.trouble().isPresent()) {
            return false;
        }
        // an outage takes all objects that are under way together, and mostly passes
        if (mayBeAnOutage(failure) && retries > 0 && isSatOut(run, task)) {
            return true;
        }
        boolean isThrottled = failure instanceof ThrottledException;
        Failures failures = run.fail(task, isThrottled);
        return isThrottled ? failures.throttled() <= throttled : failures.other() <= retries;
    }

    private static boolean mayBeAnOutage(Exception failure) {
        return failure instanceof StoreException error && BreakerWatch.isSignOfOutage(error);
    }

    /** By the task's own span, too: it alone may be without an answer, and make the store look out each time. */
    private boolean isSatOut(Run run, CopyTask task) {
        long now = clock.getAsLong();
        Duration lasting = Duration.ofNanos(now - run.unansweredSince(task, now));
        return lasting.compareTo(BreakerWatch.OUTAGE) < 0 && run.isWaitingForStore();
    }
}
