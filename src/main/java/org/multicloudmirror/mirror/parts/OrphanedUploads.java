package org.multicloudmirror.mirror.parts;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.multicloudmirror.mirror.task.CopyTask;
import org.multicloudmirror.mirror.task.Reason;
import org.multicloudmirror.mirror.work.Copy;
import org.multicloudmirror.mirror.work.CopyRun;
import org.multicloudmirror.mirror.work.CopyRuns;
import org.multicloudmirror.storage.LargeObjects;
import org.multicloudmirror.storage.ObjectEntry;
import org.multicloudmirror.storage.ObjectLocation;
import org.multicloudmirror.storage.PartedUpload;
import org.multicloudmirror.storage.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What must not stay at a destination: the parts of uploads that failed, and segments of ours whose object is replaced or
 * deleted. It is written down before there is anything to remove, so that the next run removes what a killed one left,
 * and nothing that anyone else has there.
 */
public final class OrphanedUploads {

    private static final Logger LOG = LoggerFactory.getLogger(OrphanedUploads.class);

    private final CopyRuns runs;
    private final UploadNotes notes;

    public OrphanedUploads(CopyRuns runs, UploadNotes notes) {
        this.runs = runs;
        this.notes = notes;
    }

    /** Removes what an earlier run of the same scenario left. A run that writes nothing removes nothing. */
    public void sweep(String runId) {
        CopyRun run = runs.byId(runId);
        if (!run.mode().writes()) {
            return;
        }
        long removed = open(run).stream().filter(upload -> remove(run, upload)).count();
        if (removed > 0) {
            run.note("removed the parts of " + removed + (removed == 1 ? " upload" : " uploads")
                    + " that an earlier run left behind");
        }
    }

    /**
     * The segments of ours that an object of the destination consists of, before it is replaced or deleted; written down.
     *
     * @param present the object as listed, or null when there was none: a tag that is an MD5 needs no request
     * @return null when there are none
     */
    public @Nullable PartedUpload segments(CopyRun run, ObjectLocation where, @Nullable ObjectEntry present) {
        return present == null || present.etag().isMd5() ? null : segments(run, where);
    }

    /** The same where there is no listing to tell that there are none. */
    public @Nullable PartedUpload segments(CopyRun run, ObjectLocation where) {
        Optional<PartedUpload> upload =
                run.destination().largeObjects().flatMap(large -> large.current(where.bucket(), where.key()));
        upload.ifPresent(found -> begin(run, found));
        return upload.orElse(null);
    }

    /** The segments of the object that a copy replaces. */
    public @Nullable PartedUpload replacing(Copy copy) {
        CopyTask task = copy.task();
        return segments(copy.run(), task.destination(), task.present());
    }

    /** Removes what {@link #segments} found, now that another object, or none, is in place of theirs. */
    public void drop(CopyRun run, @Nullable PartedUpload segments) {
        if (segments != null) {
            remove(run, segments);
        }
    }

    /** The object that a copy replaced is no more, and its segments go after it. */
    public void replaced(Copy copy, @Nullable PartedUpload segments) {
        drop(copy.run(), segments);
    }

    /** An upload begins. */
    void begin(CopyRun run, PartedUpload upload) {
        try {
            notes.begin(run.scenario(), upload);
        } catch (IOException e) {
            LOG.warn(
                    "if this run is killed, parts that it has sent stay at the destination: they cannot be written down"
                            + " ({}); set --state-dir",
                    Reason.of(e));
        }
    }

    /** An upload is complete: its parts are an object now. */
    void end(CopyRun run, PartedUpload upload) {
        try {
            notes.end(run.scenario(), upload);
        } catch (IOException e) {
            LOG.debug("the end of an upload cannot be written down; the next run finds it in use", e);
        }
    }

    /**
     * Removes the parts of an upload, unless the object of its key consists of them.
     *
     * @return whether they were removed; if not for a failure, the next run tries again
     */
    boolean remove(CopyRun run, PartedUpload upload) {
        Optional<LargeObjects> destination = run.destination().largeObjects();
        if (destination.isEmpty()) {
            return false;
        }
        LargeObjects large = destination.get();
        try {
            boolean isInUse = large.inUse(upload.bucket(), upload.key())
                    .filter(upload::equals)
                    .isPresent();
            if (!isInUse) {
                large.discard(upload);
            }
            end(run, upload);
            return !isInUse;
        } catch (StoreException e) {
            LOG.warn("parts of an upload stay at the destination until the next run: {}", e.getMessage());
            return false;
        }
    }

    private List<PartedUpload> open(CopyRun run) {
        try {
            return notes.open(run.scenario());
        } catch (IOException e) {
            run.note("what an earlier run may have left behind is not known: " + e.getMessage());
            return List.of();
        }
    }
}
