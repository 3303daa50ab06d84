package org.multicloudmirror.mirror.copy;

import org.multicloudmirror.mirror.CopyTask;
import org.multicloudmirror.mirror.Decision;
import org.multicloudmirror.mirror.Run;
import org.multicloudmirror.mirror.RunMdc;
import org.multicloudmirror.mirror.Runs;
import org.multicloudmirror.storage.ETag;
import org.multicloudmirror.storage.ObjectGoneException;
import org.multicloudmirror.storage.ObjectInfo;
import org.multicloudmirror.storage.ObjectLocation;

/** Decides what the listings could not: one HEAD of the destination, which carries the source's ETag since we wrote it. */
public final class Inspection {

    private final Runs runs;

    public Inspection(Runs runs) {
        this.runs = runs;
    }

    /** What to do with a task. */
    public Verdict verdict(CopyTask task) {
        Run run = runs.byId(task.runId());
        RunMdc.enter(run);
        run.begin(task);
        if (run.isInterrupted()) {
            return Verdict.DROPPED;
        }
        if (task.decision() == Decision.INSPECT && holdsCopy(run, task)) {
            return Verdict.EQUAL;
        }
        return run.options().dryRun() ? Verdict.WOULD_COPY : Verdict.COPY;
    }

    private static boolean holdsCopy(Run run, CopyTask task) {
        ObjectLocation where = task.destination();
        ObjectInfo copy;
        try {
            copy = run.destination().head(where.bucket(), where.key());
        } catch (ObjectGoneException e) {
            return false;
        }
        ETag carried = OurMetadata.sourceEtag(copy);
        if (!carried.isKnown()) {
            return false;
        }
        ETag listed = task.entry().etag();
        if (carried.value().equals(listed.value()) && !task.entry().maybeManifest()) {
            return true;
        }
        // an assembled object may list with another tag than its own headers give, and with no size: ask it
        boolean listingMayMislead = task.entry().maybeManifest() || (!carried.isMd5() && listed.isMd5());
        return listingMayMislead && sourceStill(carried, copy.size(), run, task.source());
    }

    private static boolean sourceStill(ETag carried, long size, Run run, ObjectLocation where) {
        ObjectInfo source = run.source().head(where.bucket(), where.key());
        return source.size() == size && source.etag().value().equals(carried.value());
    }
}
