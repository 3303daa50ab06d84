package org.multicloudmirror.metrics;

import java.time.Duration;
import java.time.Instant;
import org.multicloudmirror.history.HistoryEntry;
import org.multicloudmirror.mirror.run.RunStatus;

/**
 * A run that is over, of this process or of one before.
 *
 * @param status its word
 */
record EndedRun(Instant ended, Duration duration, String status) {

    static EndedRun of(HistoryEntry entry) {
        return new EndedRun(entry.started().plus(entry.duration()), entry.duration(), entry.status());
    }

    boolean isSuccess() {
        return status.equals(RunStatus.OK.word());
    }
}
