package org.multicloudmirror.mirror.delete;

import java.util.List;
import java.util.Map;
import org.multicloudmirror.mirror.task.Outcome;
import org.multicloudmirror.storage.ObjectEntry;
import org.multicloudmirror.storage.ObjectLocation;
import org.multicloudmirror.storage.PartedUpload;

/**
 * Some of the extras, on their way through the delete route.
 *
 * @param runId the run
 * @param bucket the destination's; its key is empty
 * @param entries those that are to be deleted
 * @param segments of ours that some of them consist of, by key
 * @param kept the outcomes of those that are not
 */
public record DeleteBatch(
        String runId,
        ObjectLocation bucket,
        List<ObjectEntry> entries,
        Map<String, PartedUpload> segments,
        List<Outcome> kept) {

    public DeleteBatch {
        entries = List.copyOf(entries);
        segments = Map.copyOf(segments);
        kept = List.copyOf(kept);
    }

    /** The keys that are to be deleted. */
    public List<String> keys() {
        return entries.stream().map(ObjectEntry::key).toList();
    }
}
