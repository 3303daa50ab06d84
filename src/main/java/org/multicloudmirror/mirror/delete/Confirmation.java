package org.multicloudmirror.mirror.delete;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.multicloudmirror.mirror.backup.Backup;
import org.multicloudmirror.mirror.copy.Absence;
import org.multicloudmirror.mirror.options.RunMode;
import org.multicloudmirror.mirror.parts.OrphanedUploads;
import org.multicloudmirror.mirror.run.Run;
import org.multicloudmirror.mirror.task.Outcome;
import org.multicloudmirror.mirror.task.OutcomeKind;
import org.multicloudmirror.mirror.task.Reason;
import org.multicloudmirror.scenario.Location;
import org.multicloudmirror.storage.Keys;
import org.multicloudmirror.storage.ObjectEntry;
import org.multicloudmirror.storage.ObjectLocation;
import org.multicloudmirror.storage.ObjectStore;
import org.multicloudmirror.storage.PartedUpload;
import org.multicloudmirror.storage.RejectedException;
import org.multicloudmirror.storage.Retry;
import org.multicloudmirror.storage.StoreException;

/** Asks for each extra at the source once more, and keeps what is to be kept of it, before it is deleted. */
final class Confirmation {

    private final Backup backup;
    private final OrphanedUploads orphaned;
    private final Retry retry;

    /**
     * @param retry of what is asked and kept of each object
     */
    Confirmation(Backup backup, OrphanedUploads orphaned, Retry retry) {
        this.backup = backup;
        this.orphaned = orphaned;
        this.retry = retry;
    }

    /** A batch of a run without what is to be kept. */
    DeleteBatch of(Run run, DeleteBatch batch) {
        run.copies().enter();
        List<ObjectEntry> absent = new ArrayList<>();
        List<Outcome> kept = new ArrayList<>();
        Map<String, PartedUpload> segments = new HashMap<>();
        for (ObjectEntry entry : batch.entries()) {
            ExtraOutcome.leftAs(run, entry)
                    .or(() -> keptAs(run, entry))
                    .or(() -> segmentsUnknown(run, entry, segments))
                    .ifPresentOrElse(kept::add, () -> absent.add(entry));
        }
        if (!absent.isEmpty() && run.options().mode() == RunMode.MIRROR) {
            leaveWithoutLease(run, absent, kept);
        }
        return new DeleteBatch(batch.runId(), batch.bucket(), absent, segments, kept);
    }

    /** What another machine may have written by now is not deleted. */
    private static void leaveWithoutLease(Run run, List<ObjectEntry> absent, List<Outcome> kept) {
        try {
            run.copies().proveLease();
        } catch (RejectedException e) {
            absent.forEach(entry -> kept.add(leftOr(run, entry, OutcomeKind.FAILED, Reason.of(e))));
            absent.clear();
        }
    }

    private Optional<Outcome> keptAs(Run run, ObjectEntry entry) {
        boolean isCheck = run.options().mode() == RunMode.CHECK;
        if (!isCheck && !Keys.isReadable(entry.key())) {
            String why = "not deleted: " + location(run, entry) + ": " + Keys.UNREADABLE;
            return Optional.of(ExtraOutcome.of(run.id(), entry, OutcomeKind.FAILED, why));
        }
        return switch (run.options().mode()) {
            case CHECK -> Optional.of(ExtraOutcome.of(run.id(), entry, OutcomeKind.EXTRA, ExtraOutcome.ABSENT));
            case DRY_RUN ->
                run.isOlderThanRun(entry)
                        ? Optional.of(ExtraOutcome.of(run.id(), entry, OutcomeKind.WOULD_DELETE, ExtraOutcome.ABSENT))
                        : Optional.of(young(run, entry));
            case MIRROR ->
                run.isOlderThanRun(entry)
                        ? presentAtSource(run, entry).or(() -> notBackedUp(run, entry))
                        : Optional.of(young(run, entry));
        };
    }

    private static Outcome young(Run run, ObjectEntry entry) {
        return ExtraOutcome.of(run.id(), entry, OutcomeKind.SKIPPED, "not deleted: it was written since the run began");
    }

    /** Only a clear no deletes: what cannot be asked for stays. */
    private Optional<Outcome> presentAtSource(Run run, ObjectEntry entry) {
        Location source = run.scenario().source();
        String relative =
                entry.key().substring(run.scenario().destination().prefix().length());
        ObjectLocation where = new ObjectLocation(source.store(), source.bucket(), source.prefix() + relative);
        try {
            return isAbsent(run.source(), where)
                    ? Optional.empty()
                    : Optional.of(kept(run, entry, OutcomeKind.SKIPPED, "it is at the source by now"));
        } catch (StoreException e) {
            return Optional.of(leftOr(run, entry, OutcomeKind.SKIPPED, Deletions.UNCONFIRMED + Reason.of(e)));
        }
    }

    /** What a run that is to stop did not wait for is left to the next one. */
    private static Outcome leftOr(Run run, ObjectEntry entry, OutcomeKind kind, String why) {
        return ExtraOutcome.leftAs(run, entry).orElseGet(() -> kept(run, entry, kind, why));
    }

    private static Outcome kept(Run run, ObjectEntry entry, OutcomeKind kind, String why) {
        return ExtraOutcome.of(run.id(), entry, kind, "not deleted: " + why);
    }

    /** A 404 does not do where a replica may lag behind, or something in between may have asked for another key. */
    private static boolean isAbsent(ObjectStore source, ObjectLocation where) {
        return !source.exists(where.bucket(), where.key()) && Absence.ofUnlisted(source, where) != Absence.HIDDEN;
    }

    /** What a large object of ours consists of goes after it, and must be known before. */
    private Optional<Outcome> segmentsUnknown(Run run, ObjectEntry entry, Map<String, PartedUpload> segments) {
        try {
            retry.of(() -> Optional.ofNullable(orphaned.segments(run.copies(), location(run, entry), entry)))
                    .ifPresent(found -> segments.put(entry.key(), found));
            return Optional.empty();
        } catch (StoreException e) {
            return Optional.of(leftOr(run, entry, OutcomeKind.FAILED, "its parts are not told: " + Reason.of(e))
                    .because(e));
        }
    }

    private static ObjectLocation location(Run run, ObjectEntry entry) {
        Location place = run.scenario().destination();
        return new ObjectLocation(place.store(), place.bucket(), entry.key());
    }

    private Optional<Outcome> notBackedUp(Run run, ObjectEntry entry) {
        if (!run.options().backup().isWanted()) {
            return Optional.empty();
        }
        try {
            return retry.of(() -> {
                backup.keep(run.copies(), location(run, entry));
                return Optional.empty();
            });
        } catch (StoreException | UncheckedIOException e) {
            return Optional.of(leftOr(run, entry, OutcomeKind.FAILED, "it cannot be backed up: " + Reason.of(e))
                    .because(e));
        }
    }
}
