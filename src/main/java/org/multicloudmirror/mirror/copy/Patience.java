package org.multicloudmirror.mirror.copy;

import org.multicloudmirror.mirror.CopyTask;
import org.multicloudmirror.mirror.Failures;
import org.multicloudmirror.mirror.Runs;
import org.multicloudmirror.storage.ThrottledException;

/** Whether a copy that failed is tried again. */
public final class Patience {

    private final Runs runs;

    public Patience(Runs runs) {
        this.runs = runs;
    }

    /**
     * Counts a failure, and tells whether another attempt is left.
     *
     * @param retries how often a copy is tried again, throttling apart
     * @param throttled how often because of throttling
     */
    public boolean isLeft(CopyTask task, Exception failure, int retries, int throttled) {
        boolean isThrottled = failure instanceof ThrottledException;
        Failures failures = runs.byId(task.runId()).fail(task, isThrottled);
        return isThrottled ? failures.throttled() <= throttled : failures.other() <= retries;
    }
}
