package org.multicloudmirror.mirror.outcome;

import org.jspecify.annotations.Nullable;
import org.multicloudmirror.mirror.CopyTask;
import org.multicloudmirror.mirror.Outcome;
import org.multicloudmirror.mirror.OutcomeKind;
import org.multicloudmirror.mirror.Reason;
import org.multicloudmirror.mirror.Run;
import org.multicloudmirror.mirror.Runs;
import org.multicloudmirror.mirror.copy.InterruptedCopyException;
import org.multicloudmirror.mirror.copy.Verdict;
import org.multicloudmirror.storage.ObjectGoneException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the one outcome of each task. */
public final class Outcomes {

    private static final Logger LOG = LoggerFactory.getLogger(Outcomes.class);

    private final Runs runs;

    public Outcomes(Runs runs) {
        this.runs = runs;
    }

    /** The outcome of a task that went no further than its decision. */
    public Outcome skipped(CopyTask task) {
        return ended(task, OutcomeKind.SKIPPED, 0, task.decision().reason());
    }

    /**
     * The outcome of a task that a worker had.
     *
     * @param verdict what it was to do, or null when it failed before that was known
     * @param failure what ended it, or null
     * @param redeliveries how often it was tried again, or null for never
     */
    public Outcome of(
            CopyTask task, @Nullable Verdict verdict, @Nullable Exception failure, @Nullable Integer redeliveries) {
        int attempts = 1 + (redeliveries == null ? 0 : redeliveries);
        if (failure != null) {
            return failed(task, failure, attempts);
        }
        if (verdict == null) {
            return ended(task, OutcomeKind.FAILED, attempts, "the copy route ended without a verdict");
        }
        return switch (verdict) {
            case COPY ->
                ended(task, OutcomeKind.COPIED, attempts, task.decision().reason());
            case WOULD_COPY ->
                ended(task, OutcomeKind.WOULD_COPY, 0, task.decision().reason());
            case EQUAL -> ended(task, OutcomeKind.EQUAL, 0, "");
            case DROPPED -> ended(task, OutcomeKind.INTERRUPTED, 0, "interrupted before it was copied");
        };
    }

    private Outcome failed(CopyTask task, Exception failure, int attempts) {
        String reason = Reason.of(failure);
        if (failure instanceof ObjectGoneException) {
            return ended(task, OutcomeKind.GONE, attempts, "no longer at the source");
        }
        if (failure instanceof InterruptedCopyException) {
            return ended(task, OutcomeKind.INTERRUPTED, attempts, "interrupted while it was copied");
        }
        LOG.debug("{} failed", task.source(), failure);
        return ended(task, OutcomeKind.FAILED, attempts, reason);
    }

    private Outcome ended(CopyTask task, OutcomeKind kind, int attempts, String reason) {
        Run run = runs.byId(task.runId());
        String key = task.entry().key();
        long size =
                kind == OutcomeKind.COPIED ? run.pendingSize(key) : task.entry().size();
        Outcome outcome =
                new Outcome(task.runId(), key, size, task.entry().etag(), kind, attempts, reason, run.pendingAge(key));
        run.finish(outcome);
        return outcome;
    }
}
