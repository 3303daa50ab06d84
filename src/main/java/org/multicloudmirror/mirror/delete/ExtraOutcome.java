package org.multicloudmirror.mirror.delete;

import java.time.Duration;
import java.util.Optional;
import org.multicloudmirror.mirror.options.RunMode;
import org.multicloudmirror.mirror.run.Run;
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

    /** Of a run that is to stop nothing more is asked, and what it would have asked for is left to the next one. */
    static Optional<Outcome> leftAs(Run run, ObjectEntry entry) {
        if (run.options().mode() != RunMode.MIRROR || !run.isStopping()) {
            return Optional.empty();
        }
        return Optional.of(
                run.isInterrupted()
                        ? of(run.id(), entry, OutcomeKind.INTERRUPTED, "interrupted before it was deleted")
                        : of(run.id(), entry, OutcomeKind.LEFT, "not deleted: " + why(run)));
    }

    private static String why(Run run) {
        return run.trouble().or(() -> run.options().budget().end()).orElse("the run may take no more");
    }
}
