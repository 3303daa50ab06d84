package org.multicloudmirror.mirror;

import java.time.Duration;
import org.multicloudmirror.storage.ETag;

/**
 * How one object ended; exactly one for each that was queued.
 *
 * @param runId the run that it belongs to
 * @param key the source's key
 * @param size in bytes, as listed; what was read where it was copied
 * @param etag the source's tag, as listed
 * @param kind how it ended
 * @param attempts how often the copy was begun, 0 when there was no need or it did not come to that
 * @param reason why, in one line; empty for a plain copy
 * @param duration from the worker's taking it to its end, waiting between attempts included
 * @param evidence what is known of the destination's object
 */
public record Outcome(
        String runId,
        String key,
        long size,
        ETag etag,
        OutcomeKind kind,
        int attempts,
        String reason,
        Duration duration,
        Evidence evidence) {}
