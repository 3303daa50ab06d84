package org.multicloudmirror.history;

import java.time.Duration;
import java.time.Instant;
import org.multicloudmirror.mirror.run.Summary;
import org.multicloudmirror.mirror.task.OutcomeKind;

/**
 * One run of one scenario, as the history keeps it.
 *
 * @param started when it began
 * @param runId unique to the run; {@code -} when it did not come to that
 * @param scenario as it was written
 * @param status the word of its {@link org.multicloudmirror.mirror.run.RunStatus}
 * @param problem why it could not run, in one line; empty otherwise
 * @param duration until the last outcome
 * @param copied objects that arrived
 * @param failed objects that did not
 * @param equal objects that needed no copy
 * @param bytes that arrived
 */
public record HistoryEntry(
        Instant started,
        String runId,
        String scenario,
        String status,
        String problem,
        Duration duration,
        long copied,
        long failed,
        long equal,
        long bytes) {

    /** The entry of a run that has ended. */
    public static HistoryEntry of(Summary summary) {
        return new HistoryEntry(
                summary.started(),
                summary.runId(),
                summary.scenario().toString(),
                summary.status().word(),
                summary.problem(),
                summary.duration(),
                summary.copied(),
                summary.count(OutcomeKind.FAILED),
                summary.equal(),
                summary.copiedBytes());
    }
}
