package org.multicloudmirror.mirror;

import org.multicloudmirror.storage.ObjectEntry;
import org.multicloudmirror.storage.ObjectLocation;

/**
 * One object that the listings did not find equal. Metadata only: what travels through the queue holds no stream.
 *
 * @param range the listing that it comes from
 * @param entry the source's entry
 * @param source where it is read
 * @param destination where it is written
 * @param decision what the listings say
 */
public record CopyTask(
        KeyRange range, ObjectEntry entry, ObjectLocation source, ObjectLocation destination, Decision decision) {

    /** The run that it belongs to. */
    public String runId() {
        return range.runId();
    }

    /** Whether it goes to a copy worker; otherwise it is only reported. */
    public boolean isQueued() {
        return decision.isQueued();
    }
}
