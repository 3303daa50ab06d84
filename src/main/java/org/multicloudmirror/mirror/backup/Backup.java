package org.multicloudmirror.mirror.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.multicloudmirror.mirror.copy.Absence;
import org.multicloudmirror.mirror.copy.OurMetadata;
import org.multicloudmirror.mirror.copy.ProvenStream;
import org.multicloudmirror.mirror.copy.Spool;
import org.multicloudmirror.mirror.copy.Transfer;
import org.multicloudmirror.mirror.parts.OrphanedUploads;
import org.multicloudmirror.mirror.parts.ServerParts;
import org.multicloudmirror.mirror.task.CopyTask;
import org.multicloudmirror.mirror.work.Copy;
import org.multicloudmirror.mirror.work.CopyRun;
import org.multicloudmirror.storage.AccessDeniedException;
import org.multicloudmirror.storage.ArchivedException;
import org.multicloudmirror.storage.CopyRefusedException;
import org.multicloudmirror.storage.ETag;
import org.multicloudmirror.storage.ObjectContent;
import org.multicloudmirror.storage.ObjectGoneException;
import org.multicloudmirror.storage.ObjectInfo;
import org.multicloudmirror.storage.ObjectLocation;
import org.multicloudmirror.storage.ObjectStore;
import org.multicloudmirror.storage.PartedUpload;
import org.multicloudmirror.storage.RejectedException;
import org.multicloudmirror.storage.StoreException;
import org.multicloudmirror.storage.StoreFullException;
import org.multicloudmirror.storage.Upload;
import org.multicloudmirror.storage.Waiting;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps what is about to be overwritten or deleted, below a prefix of its own bucket. */
public final class Backup {

    private static final Logger LOG = LoggerFactory.getLogger(Backup.class);

    private final Spool spool;
    private final ServerParts parts;
    private final OrphanedUploads orphaned;

    public Backup(Spool spool, ServerParts parts, OrphanedUploads orphaned) {
        this.spool = spool;
        this.parts = parts;
        this.orphaned = orphaned;
    }

    /** Keeps the object that a copy takes the place of, if backups are wanted and there is one. */
    public void keep(Copy copy) {
        CopyRun run = copy.run();
        CopyTask task = copy.task();
        if (run.backup().isWanted() && task.present() != null) {
            Waiting.until(run::isAbandoned, () -> {
                keep(run, task.destination(), present -> isAsListed(copy, present) && !isKeptAlready(copy));
                return copy;
            });
        }
    }

    /**
     * Keeps an object of the destination: by a copy on the server where that can be proven, a large one by copies of its
     * parts, else read and written.
     *
     * @throws org.multicloudmirror.storage.StoreException when it cannot be kept; it must stay then
     */
    public void keep(CopyRun run, ObjectLocation object) {
        keep(run, object, present -> true);
    }

    private void keep(CopyRun run, ObjectLocation object, Predicate<ObjectInfo> isKept) {
        ObjectStore store = run.destination();
        String to = place(run, object);
        try {
            ObjectInfo info = store.head(object.bucket(), object.key());
            if (!isKept.test(info)) {
                return;
            }
            // what a backup of an earlier run consists of goes when this one is in its place
            PartedUpload replaced = orphaned.segments(run, new ObjectLocation(object.store(), object.bucket(), to));
            if (!isCopiedOnServer(run, object, info.withMetadata(run.written(info.metadata())), to)) {
                readAndWrite(run, object, info, to);
            }
            orphaned.drop(run, replaced);
        } catch (ObjectGoneException e) {
            if (!e.where().equals(object)) {
                throw e;
            }
            if (Absence.of(store, object) == Absence.HIDDEN) {
                throw Absence.failure(object);
            }
            // there is nothing left to keep
        } catch (ArchivedException e) {
            throw new RejectedException(object + ": archived, so that no backup can be made of it; restore it first");
        }
    }

    /**
     * Whether an object is still the one that a task takes the place of. A task may come twice, when its outcome was lost:
     * what it has copied already would be kept as the old object then, in the place of that one.
     *
     * @throws RejectedException when it is a third one
     */
    private static boolean isAsListed(Copy copy, ObjectInfo present) {
        CopyTask task = copy.task();
        ETag listed = task.presentEtag();
        ETag source = task.entry().etag();
        if (present.etag().value().equals(listed.value())) {
            return true;
        }
        boolean isOfSource = source.isKnown()
                && (present.etag().sameContentAs(source)
                        || OurMetadata.sourceEtag(present).value().equals(source.value()));
        if (isOfSource && copy.isRepeated()) {
            LOG.debug("{}: its backup was made when it was copied", task.destination());
            return false;
        }
        if (!isOfSource && present.etag().tellsOtherThan(listed)) {
            throw new RejectedException(
                    task.destination()
                            + ": it was replaced since it was listed, so it is not overwritten; the next run looks at it again");
        }
        // a listing and a HEAD do not always tell one tag of a large object
        return true;
    }

    /** Whether a repeated copy finds a backup of this run, which is one of the true object. */
    private static boolean isKeptAlready(Copy copy) {
        if (!copy.isRepeated()) {
            return false;
        }
        CopyRun run = copy.run();
        ObjectLocation object = copy.task().destination();
        try {
            ObjectInfo kept = run.destination().head(object.bucket(), place(run, object));
            LOG.debug("{}: a backup was made at {}", object, kept.lastModified());
            return !kept.lastModified().isBefore(begun(run));
        } catch (ObjectGoneException e) {
            return false;
        }
    }

    /** When a run began, by the destination's clock, whose times are whole seconds. */
    private static Instant begun(CopyRun run) {
        return run.descriptor().started().plus(run.destination().clockAhead()).truncatedTo(ChronoUnit.SECONDS);
    }

    private static String place(CopyRun run, ObjectLocation object) {
        return run.backup().prefix() + object.key();
    }

    /** What fails on the server may succeed when it is read and written, unless that fails as well. */
    private boolean isCopiedOnServer(CopyRun run, ObjectLocation object, ObjectInfo info, String to) {
        if (!run.copiesOnServer(run.destination())) {
            return false;
        }
        try {
            return isCopiedWhole(run.destination(), object, info, to) || parts.copy(run, object, info, to);
        } catch (CopyRefusedException e) {
            Transfer.refused(run, e);
        } catch (ObjectGoneException | ArchivedException | AccessDeniedException | StoreFullException e) {
            throw e;
        } catch (StoreException e) {
            if (info.length().orElse(0) > Transfer.SERVER_LIMIT) {
                throw e;
            }
            // it may be the lease that was lost
            run.proveLease();
            LOG.debug("{}: its backup is read and written", object, e);
        }
        return false;
    }

    private static boolean isCopiedWhole(ObjectStore store, ObjectLocation object, ObjectInfo info, String to) {
        if (!info.etag().isMd5() || info.length().orElse(0) > Transfer.SERVER_LIMIT) {
            return false;
        }
        store.copy(object, info, object.bucket(), to);
        return true;
    }

    /** What its HEAD told is its length where its GET tells none. */
    private void readAndWrite(CopyRun run, ObjectLocation object, ObjectInfo looked, String to) {
        ObjectStore store = run.destination();
        try (ObjectContent content = store.get(object.bucket(), object.key())) {
            ObjectInfo info = content.info();
            OptionalLong size = info.length();
            if (size.isEmpty() && looked.etag().value().equals(info.etag().value())) {
                size = looked.length();
            }
            ProvenStream body = new ProvenStream(content.body(), object.toString(), size, info.etag(), run);
            body.checkEmpty();
            Spool.Held held = info.etag().isMd5() && size.isPresent()
                    ? new Spool.Held(body, size.getAsLong(), info.etag())
                    : spool.hold(body, info.etag().isMd5() ? size : OptionalLong.of(size.orElseGet(info::size)));
            try (held) {
                store.put(
                        object.bucket(),
                        to,
                        new Upload(run.written(info.metadata()), held.size(), held.etag(), held.body()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
