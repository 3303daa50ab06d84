package org.multicloudmirror.mirror.task;

import org.jspecify.annotations.Nullable;
import org.multicloudmirror.storage.ETag;
import org.multicloudmirror.storage.ObjectEntry;
import org.multicloudmirror.storage.ObjectLocation;

/**
 * One object that the listings did not find equal. Metadata only: what travels through the queue holds no stream.
 *
 * @param range the listing that it comes from
 * @param sequence its number in its run, from 1; {@link Outcome#NO_TASK} for what is not queued
 * @param entry the source's entry
 * @param source where it is read
 * @param destination where it is written
 * @param decision what the listings say
 * @param present the destination's entry of the same name, or null when it has none
 * @param reason why it goes to a worker, for the report
 */
public record CopyTask(
        KeyRange range,
        long sequence,
        ObjectEntry entry,
        ObjectLocation source,
        ObjectLocation destination,
        Decision decision,
        @Nullable ObjectEntry present,
        String reason) {

    /**
     * The same, as one that may have been worked on before, and its outcome lost: the destination is looked at before
     * anything is copied.
     */
    public CopyTask repeated() {
        Decision looked =
                switch (decision) {
                    case COPY_MISSING, COPY_SIZE, COPY_OLDER -> Decision.INSPECT;
                    default -> decision;
                };
        return new CopyTask(range, sequence, entry, source, destination, looked, present, reason);
    }

    /** The destination's tag as listed; {@link ETag#NONE} when it has no such object. */
    public ETag presentEtag() {
        return present == null ? ETag.NONE : present.etag();
    }

    /** The run that it belongs to. */
    public String runId() {
        return range.runId();
    }
}
