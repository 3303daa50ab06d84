package org.multicloudmirror.mirror.copy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.multicloudmirror.mirror.LeftOutException;
import org.multicloudmirror.mirror.options.RunMode;
import org.multicloudmirror.mirror.task.CopyTask;
import org.multicloudmirror.mirror.task.Decision;
import org.multicloudmirror.mirror.task.Evidence;
import org.multicloudmirror.mirror.task.Outcome;
import org.multicloudmirror.mirror.task.OutcomeKind;
import org.multicloudmirror.mirror.task.Proof;
import org.multicloudmirror.mirror.task.Reason;
import org.multicloudmirror.mirror.work.Copy;
import org.multicloudmirror.mirror.work.CopyRun;
import org.multicloudmirror.mirror.work.InHand;
import org.multicloudmirror.storage.ArchivedException;
import org.multicloudmirror.storage.ObjectGoneException;
import org.multicloudmirror.storage.ObjectLocation;
import org.multicloudmirror.storage.StoreException;
import org.multicloudmirror.storage.Waiting;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the outcome of each object that a worker had; it counts where it arrives. */
public final class Outcomes {

    private static final String GONE = "no longer at the source";
    private static final Logger LOG = LoggerFactory.getLogger(Outcomes.class);

    private final InHand<CopyTask> inHand;

    /**
     * @param inHand is told of what waits for a store meanwhile: Camel counts its exchange for done
     */
    public Outcomes(InHand<CopyTask> inHand) {
        this.inHand = inHand;
    }

    /**
     * The outcome of an object that a worker had.
     *
     * @param verdict what it was to do, or null when it failed before that was known
     * @param failure what ended it, or null
     */
    public Outcome of(Copy copy, @Nullable Verdict verdict, @Nullable Exception failure) {
        InHand.Held<CopyTask> held = inHand.hold(copy.task());
        try {
            return made(copy, verdict, failure);
        } finally {
            held.close();
        }
    }

    private Outcome made(Copy copy, @Nullable Verdict verdict, @Nullable Exception failure) {
        if (failure != null) {
            return failed(copy, failure);
        }
        if (verdict == null) {
            return ended(copy, OutcomeKind.FAILED, "the copy route ended without a verdict");
        }
        if (verdict.isToBeWritten() && copy.evidence().proof() == Proof.NONE) {
            // whatever the routes did instead, nobody said that the destination has it
            return ended(copy, OutcomeKind.FAILED, "the copy route ended without a proof that it arrived");
        }
        return switch (verdict) {
            case COPY -> copied(copy, copy.task().reason());
            case COPY_FOR_METADATA -> copied(copy, Decision.INSPECT_METADATA.reason());
            case WOULD_COPY -> ended(copy, OutcomeKind.WOULD_COPY, copy.task().reason());
            case UPDATE -> updated(copy);
            case WOULD_UPDATE -> ended(copy, OutcomeKind.WOULD_UPDATE, Decision.INSPECT_METADATA.reason());
            case MISSING -> ended(copy, OutcomeKind.MISSING, Decision.COPY_MISSING.reason());
            case DIFFERENT -> ended(copy, OutcomeKind.DIFFERENT, copy.task().reason());
            case OTHER_METADATA -> ended(copy, OutcomeKind.DIFFERENT, Decision.INSPECT_METADATA.reason());
            case UNVERIFIABLE -> ended(copy, OutcomeKind.UNVERIFIABLE, "equal sizes, and ETags that prove nothing");
            case EQUAL -> ended(copy, OutcomeKind.EQUAL, "");
            case LEFT -> ended(copy, OutcomeKind.LEFT, copy.run().reasonForLeaving());
            case DROPPED -> ended(copy, OutcomeKind.INTERRUPTED, "interrupted before it was copied");
        };
    }

    private static Outcome copied(Copy copy, String reason) {
        List<String> lost = copy.evidence().lost();
        return lost.isEmpty()
                ? ended(copy, OutcomeKind.COPIED, reason)
                : ended(copy, OutcomeKind.LOSSY, "copied, with loss: " + String.join(", ", lost));
    }

    private static Outcome updated(Copy copy) {
        List<String> lost = copy.evidence().lost();
        String reason = Decision.INSPECT_METADATA.reason();
        return ended(
                copy,
                OutcomeKind.UPDATED,
                lost.isEmpty() ? reason : reason + ", with loss: " + String.join(", ", lost));
    }

    private Outcome failed(Copy copy, Exception failure) {
        // once copies are given up their connections are cut off, and fail in every way there is
        if (failure instanceof InterruptedCopyException || copy.run().isAbandoned()) {
            return copy.run().isInterrupted()
                    ? ended(copy, OutcomeKind.INTERRUPTED, "interrupted while it was copied")
                    : ended(copy, OutcomeKind.LEFT, copy.run().reasonForLeaving());
        }
        if (failure instanceof LeftOutException left) {
            return ended(copy, OutcomeKind.LEFT, String.valueOf(left.getMessage()));
        }
        if (failure instanceof ArchivedException archived) {
            return unread(copy, OutcomeKind.ARCHIVED, archived.advice());
        }
        if (failure instanceof ObjectGoneException gone
                && gone.where().equals(copy.task().source())) {
            return gone(copy);
        }
        ObjectLocation where = copy.task().source();
        LOG.atDebug()
                .addKeyValue("store", where.store())
                .addKeyValue("key", where.key())
                .setCause(failure)
                .log("{} failed", where);
        return unread(copy, OutcomeKind.FAILED, Reason.of(failure)).because(failure);
    }

    /** The source answered 404; it is gone when nothing speaks against it. */
    private Outcome gone(Copy copy) {
        CopyRun run = copy.run();
        ObjectLocation source = copy.task().source();
        try {
            return switch (Waiting.until(run::isStopping, () -> Absence.of(run.source(), source))) {
                case PROVEN -> unread(copy, OutcomeKind.GONE, GONE);
                case LISTED_STILL -> unread(copy, OutcomeKind.GONE, GONE + "; its listing still names it");
                case HIDDEN -> unread(copy, OutcomeKind.FAILED, Absence.hidden(source));
            };
        } catch (StoreException e) {
            return unread(
                            copy,
                            OutcomeKind.FAILED,
                            "the source answers 404, and does not tell whether it still lists it: " + Reason.of(e))
                    .because(e);
        }
    }

    /** A check cannot vouch for what it could not look at. */
    private Outcome unread(Copy copy, OutcomeKind kind, String reason) {
        boolean isCheck = copy.run().mode() == RunMode.CHECK;
        return ended(copy, isCheck ? OutcomeKind.UNVERIFIABLE : kind, reason);
    }

    private static Outcome ended(Copy copy, OutcomeKind kind, String reason) {
        boolean isRead = kind == OutcomeKind.COPIED || kind == OutcomeKind.LOSSY;
        CopyTask queued = copy.task();
        Evidence known = copy.evidence();
        return new Outcome(
                queued.runId(),
                queued.sequence(),
                copy.key(),
                isRead ? copy.size() : queued.entry().size(),
                queued.entry().etag(),
                kind,
                copy.attempts(),
                reason,
                copy.age(),
                known.destination().isKnown() ? known : new Evidence(queued.presentEtag(), known.proof()));
    }
}
