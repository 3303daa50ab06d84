package org.multicloudmirror.mirror.delete;

import java.time.Duration;
import org.multicloudmirror.mirror.task.Evidence;
import org.multicloudmirror.mirror.task.Outcome;
import org.multicloudmirror.mirror.task.OutcomeKind;
import org.multicloudmirror.mirror.task.Proof;
import org.multicloudmirror.storage.ETag;
import org.multicloudmirror.storage.ObjectEntry;

/** What became of an object that the source has not: its key is the destination's. */
final class ExtraOutcome {

    static final String ABSENT = "absent from the source";

    private ExtraOutcome() {}

    static Outcome of(String runId, ObjectEntry entry, OutcomeKind kind, String reason) {
        return new Outcome(
                runId,
                entry.key(),
                entry.size(),
                ETag.NONE,
                kind,
                0,
                reason,
                Duration.ZERO,
                new Evidence(entry.etag(), Proof.NONE));
    }
}
