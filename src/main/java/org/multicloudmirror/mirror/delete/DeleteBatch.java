package org.multicloudmirror.mirror.delete;

import java.util.List;
import org.multicloudmirror.mirror.Outcome;
import org.multicloudmirror.storage.ObjectEntry;
import org.multicloudmirror.storage.ObjectLocation;

/**
 * Some of the extras, on their way through the delete route.
 *
 * @param runId the run
 * @param bucket the destination's; its key is empty
 * @param entries those that are to be deleted
 * @param kept the outcomes of those that are not
 */
public record DeleteBatch(String runId, ObjectLocation bucket, List<ObjectEntry> entries, List<Outcome> kept) {

    public DeleteBatch {
        entries = List.copyOf(entries);
        kept = List.copyOf(kept);
    }

    /** The keys that are to be deleted. */
    public List<String> keys() {
        return entries.stream().map(ObjectEntry::key).toList();
    }

    /** Whether the store has anything to do. */
    public boolean isDeletion() {
        return !entries.isEmpty();
    }
}
