package org.multicloudmirror.control;

import java.time.Instant;

/**
 * How far a run is.
 *
 * @param runId unique to the run
 * @param started when it began
 * @param listed objects that the source's listing named
 * @param isListingEnded whether there may be more
 * @param queued objects that it has to do with
 * @param finished those with an outcome
 * @param failed those of them that failed
 * @param bytes that passed
 * @param inFlight objects that are being worked on
 * @param isStopping whether nothing further is begun
 */
public record RunProgress(
        String runId,
        Instant started,
        long listed,
        boolean isListingEnded,
        long queued,
        long finished,
        long failed,
        long bytes,
        long inFlight,
        boolean isStopping) {}
