package org.multicloudmirror.mirror.task;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.multicloudmirror.storage.ETag;

/**
 * How one object ended; one for each that was queued is counted.
 *
 * @param runId the run that it belongs to
 * @param sequence the task's number in its run; {@link #NO_TASK} for what was never queued
 * @param key the source's key
 * @param size in bytes, as listed; what was read where it was copied
 * @param etag the source's tag, as listed
 * @param kind how it ended
 * @param attempts how often the copy was begun, 0 when there was no need or it did not come to that
 * @param reason why, in one line; empty for a plain copy
 * @param duration from the worker's taking it to its end, waiting between attempts included
 * @param evidence what is known of the destination's object
 * @param failure what kind of reason it failed for; null where it did not, or where no exception told
 */
public record Outcome(
        String runId,
        long sequence,
        String key,
        long size,
        ETag etag,
        OutcomeKind kind,
        int attempts,
        String reason,
        Duration duration,
        Evidence evidence,
        @Nullable FailureClass failure) {

    /** The number of what was left out, or is deleted. */
    public static final long NO_TASK = 0;

    /** Of one that did not fail, or without an exception. */
    public Outcome(
            String runId,
            long sequence,
            String key,
            long size,
            ETag etag,
            OutcomeKind kind,
            int attempts,
            String reason,
            Duration duration,
            Evidence evidence) {
        this(runId, sequence, key, size, etag, kind, attempts, reason, duration, evidence, null);
    }

    /** Of an object that was never queued. */
    public Outcome(
            String runId,
            String key,
            long size,
            ETag etag,
            OutcomeKind kind,
            int attempts,
            String reason,
            Duration duration,
            Evidence evidence) {
        this(runId, NO_TASK, key, size, etag, kind, attempts, reason, duration, evidence);
    }

    /** The same, and what kind of reason it failed for. */
    public Outcome because(Throwable cause) {
        return new Outcome(
                runId, sequence, key, size, etag, kind, attempts, reason, duration, evidence, FailureClass.of(cause));
    }
}
