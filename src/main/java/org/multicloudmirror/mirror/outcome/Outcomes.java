package org.multicloudmirror.mirror.outcome;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.multicloudmirror.mirror.CopyTask;
import org.multicloudmirror.mirror.Decision;
import org.multicloudmirror.mirror.Evidence;
import org.multicloudmirror.mirror.LeftOutException;
import org.multicloudmirror.mirror.Outcome;
import org.multicloudmirror.mirror.OutcomeKind;
import org.multicloudmirror.mirror.Reason;
import org.multicloudmirror.mirror.Run;
import org.multicloudmirror.mirror.RunMode;
import org.multicloudmirror.mirror.Runs;
import org.multicloudmirror.mirror.copy.Absence;
import org.multicloudmirror.mirror.copy.InterruptedCopyException;
import org.multicloudmirror.mirror.copy.Verdict;
import org.multicloudmirror.storage.ArchivedException;
import org.multicloudmirror.storage.ObjectGoneException;
import org.multicloudmirror.storage.StoreException;
import org.multicloudmirror.storage.Waiting;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the one outcome of each task. */
public final class Outcomes {

    private static final String GONE = "no longer at the source";
    private static final Logger LOG = LoggerFactory.getLogger(Outcomes.class);

    private final Runs runs;
    private final AtomicInteger underWay = new AtomicInteger();

    public Outcomes(Runs runs) {
        this.runs = runs;
    }

    /**
     * The outcome of a task that a worker had.
     *
     * @param verdict what it was to do, or null when it failed before that was known
     * @param failure what ended it, or null
     */
    public Outcome of(CopyTask task, @Nullable Verdict verdict, @Nullable Exception failure) {
        underWay.incrementAndGet();
        try {
            return made(task, verdict, failure);
        } finally {
            underWay.decrementAndGet();
        }
    }

    /** Whether one is being made: a source may be asked for it, and Camel counts its exchange for done. */
    public boolean isBusy() {
        return underWay.get() > 0;
    }

    private Outcome made(CopyTask task, @Nullable Verdict verdict, @Nullable Exception failure) {
        if (failure != null) {
            return failed(task, failure);
        }
        if (verdict == null) {
            return ended(task, OutcomeKind.FAILED, "the copy route ended without a verdict");
        }
        return switch (verdict) {
            case COPY -> copied(task, task.reason());
            case COPY_FOR_METADATA -> copied(task, Decision.INSPECT_METADATA.reason());
            case WOULD_COPY -> ended(task, OutcomeKind.WOULD_COPY, task.reason());
            case UPDATE -> updated(task);
            case WOULD_UPDATE -> ended(task, OutcomeKind.WOULD_UPDATE, Decision.INSPECT_METADATA.reason());
            case MISSING -> ended(task, OutcomeKind.MISSING, Decision.COPY_MISSING.reason());
            case DIFFERENT -> ended(task, OutcomeKind.DIFFERENT, task.reason());
            case OTHER_METADATA -> ended(task, OutcomeKind.DIFFERENT, Decision.INSPECT_METADATA.reason());
            case UNVERIFIABLE -> ended(task, OutcomeKind.UNVERIFIABLE, "equal sizes, and ETags that prove nothing");
            case EQUAL -> ended(task, OutcomeKind.EQUAL, "");
            case LEFT -> ended(task, OutcomeKind.LEFT, runs.byId(task.runId()).reasonForLeaving());
            case DROPPED -> ended(task, OutcomeKind.INTERRUPTED, "interrupted before it was copied");
        };
    }

    private Outcome copied(CopyTask task, String reason) {
        List<String> lost = runs.byId(task.runId()).evidence(task).lost();
        return lost.isEmpty()
                ? ended(task, OutcomeKind.COPIED, reason)
                : ended(task, OutcomeKind.LOSSY, "copied, with loss: " + String.join(", ", lost));
    }

    private Outcome updated(CopyTask task) {
        List<String> lost = runs.byId(task.runId()).evidence(task).lost();
        String reason = Decision.INSPECT_METADATA.reason();
        return ended(
                task,
                OutcomeKind.UPDATED,
                lost.isEmpty() ? reason : reason + ", with loss: " + String.join(", ", lost));
    }

    private Outcome failed(CopyTask task, Exception failure) {
        // once copies are given up their connections are cut off, and fail in every way there is
        Run run = runs.byId(task.runId());
        if (failure instanceof InterruptedCopyException || run.isAbandoned()) {
            return ended(task, OutcomeKind.INTERRUPTED, "interrupted while it was copied");
        }
        if (failure instanceof LeftOutException left) {
            return ended(task, OutcomeKind.LEFT, String.valueOf(left.getMessage()));
        }
        if (failure instanceof ArchivedException archived) {
            return unread(task, OutcomeKind.ARCHIVED, archived.advice());
        }
        if (failure instanceof ObjectGoneException gone && gone.where().equals(task.source())) {
            return gone(task);
        }
        LOG.debug("{} failed", task.source(), failure);
        return unread(task, OutcomeKind.FAILED, Reason.of(failure));
    }

    /** The source answered 404; it is gone when nothing speaks against it. */
    private Outcome gone(CopyTask task) {
        Run run = runs.byId(task.runId());
        try {
            return switch (Waiting.until(run::isStopping, () -> Absence.of(run.source(), task.source()))) {
                case PROVEN -> unread(task, OutcomeKind.GONE, GONE);
                case LISTED_STILL -> unread(task, OutcomeKind.GONE, GONE + "; its listing still names it");
                case HIDDEN -> unread(task, OutcomeKind.FAILED, Absence.hidden(task.source()));
            };
        } catch (StoreException e) {
            return unread(
                    task,
                    OutcomeKind.FAILED,
                    "the source answers 404, and does not tell whether it still lists it: " + Reason.of(e));
        }
    }

    /** A check cannot vouch for what it could not look at. */
    private Outcome unread(CopyTask task, OutcomeKind kind, String reason) {
        boolean isCheck = runs.byId(task.runId()).options().mode() == RunMode.CHECK;
        return ended(task, isCheck ? OutcomeKind.UNVERIFIABLE : kind, reason);
    }

    private Outcome ended(CopyTask task, OutcomeKind kind, String reason) {
        Run run = runs.byId(task.runId());
        String key = task.entry().key();
        boolean isRead = kind == OutcomeKind.COPIED || kind == OutcomeKind.LOSSY;
        Evidence known = run.evidence(task);
        Outcome outcome = new Outcome(
                task.runId(),
                key,
                isRead ? run.pendingSize(key) : task.entry().size(),
                task.entry().etag(),
                kind,
                run.attempts(key),
                reason,
                run.pendingAge(key),
                known.destination().isKnown() ? known : new Evidence(task.presentEtag(), known.proof()));
        run.finish(outcome);
        return outcome;
    }
}
