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
 * @param name of the scenario in its file; empty when it was run without
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
        String name,
        String scenario,
        String status,
        String problem,
        Duration duration,
        long copied,
        long failed,
        long equal,
        long bytes) {

    /** The entry of a run without a name. */
    public HistoryEntry(
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
        this(started, runId, "", scenario, status, problem, duration, copied, failed, equal, bytes);
    }

    /** Whether it counts for a scenario: without a name of its own, for all that are written so. */
    public boolean isOf(String named, String written) {
        return scenario.equals(written) && (name.isEmpty() || name.equals(named));
    }

    /**
     * The entry of a run that has ended.
     *
     * @param name of its scenario; empty when there is none
     */
    public static HistoryEntry of(Summary summary, String name) {
        return new HistoryEntry(
                summary.started(),
                summary.runId(),
                name,
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
