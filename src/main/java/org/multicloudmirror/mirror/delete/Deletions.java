package org.multicloudmirror.mirror.delete;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.multicloudmirror.mirror.backup.Backup;
import org.multicloudmirror.mirror.copy.Absence;
import org.multicloudmirror.mirror.options.BackupPlace;
import org.multicloudmirror.mirror.options.RunMode;
import org.multicloudmirror.mirror.outcome.Tally;
import org.multicloudmirror.mirror.parts.OrphanedUploads;
import org.multicloudmirror.mirror.run.LostMessages;
import org.multicloudmirror.mirror.run.Run;
import org.multicloudmirror.mirror.run.Runs;
import org.multicloudmirror.mirror.task.Extras;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The last stage of a run: what the source has not goes, once everything else is known to be well. */
public final class Deletions {

    /** What is said of an extra that the source neither has nor has not. */
    public static final String UNCONFIRMED = "the source does not tell whether it has it: ";

    private static final Logger LOG = LoggerFactory.getLogger(Deletions.class);

    private final Runs runs;
    private final Backup backup;
    private final OrphanedUploads orphaned;
    private final Retry retry;

    /**
     * @param retry of what is asked and kept of each object before it is deleted
     */
    public Deletions(Runs runs, Backup backup, OrphanedUploads orphaned, Retry retry) {
        this.runs = runs;
        this.backup = backup;
        this.orphaned = orphaned;
        this.retry = retry;
    }

    /** What is to be looked at, in batches; none when anything speaks against it, which is then noted. */
    public Iterator<DeleteBatch> batches(String runId, Tally tally) {
        Run run = runs.byId(runId);
        if (!run.gathersExtras()) {
            return Collections.emptyIterator();
        }
        return run.options().mode() == RunMode.CHECK || isAllowed(run, tally)
                ? new Batches(run, tally)
                : Collections.emptyIterator();
    }

    private static boolean isAllowed(Run run, Tally tally) {
        if (!tally.isWhole()) {
            String why = "nothing is deleted: not everything was listed and copied";
            run.note(why);
            LOG.warn("{}: {}", run.scenario(), why);
            return false;
        }
        long deletable = tally.extras().stream().mapToLong(Extras::deletable).sum();
        long held = tally.extras().stream().mapToLong(Extras::held).sum();
        List<String> tripped = new Guards(deletable, held, tally.listed(), tally.equal())
                .tripped(run.options().deletion());
        tripped.forEach(guard -> tally.trip("nothing is deleted: " + guard));
        return tripped.isEmpty();
    }

    /** The batches broke off: the disk that the extras are on cannot be read. Several threads may tell of some. */
    public void broken(Tally tally, Throwable failure) {
        LOG.debug("the deletion broke off", failure);
        synchronized (tally) {
            tally.fail("the deletion broke off: " + Reason.of(failure));
        }
    }

    /** How many batches of a run may be under way at a time. */
    int most(String runId) {
        return runs.byId(runId).options().share().copies();
    }

    /**
     * The batches are through.
     *
     * @param missing how many outcomes have not come of what was sent
     */
    void checkNothingIsLost(Tally tally, long missing) {
        if (missing > 0) {
            tally.fail("the deletion is not whole: " + LostMessages.objectsLost(missing));
        }
    }

    /** A batch without what is to be kept: each of the others is asked for at the source once more. */
    public DeleteBatch confirmed(DeleteBatch batch) {
        Run run = runs.byId(batch.runId());
        run.copies().enter();
        List<ObjectEntry> absent = new ArrayList<>();
        List<Outcome> kept = new ArrayList<>();
        Map<String, PartedUpload> segments = new HashMap<>();
        for (ObjectEntry entry : batch.entries()) {
            leftAs(run, entry)
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

    /** Of a run that is to stop nothing more is asked, and what it would have asked for is left to the next one. */
    private static Optional<Outcome> leftAs(Run run, ObjectEntry entry) {
        if (run.options().mode() != RunMode.MIRROR || !run.isStopping()) {
            return Optional.empty();
        }
        return Optional.of(
                run.isInterrupted()
                        ? ExtraOutcome.of(run.id(), entry, OutcomeKind.INTERRUPTED, "interrupted before it was deleted")
                        : ExtraOutcome.of(run.id(), entry, OutcomeKind.LEFT, "not deleted: " + why(run)));
    }

    private static String why(Run run) {
        return run.trouble().or(() -> run.options().budget().end()).orElse("the run may take no more");
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
            return Optional.of(leftOr(run, entry, OutcomeKind.SKIPPED, UNCONFIRMED + Reason.of(e)));
        }
    }

    /** What a run that is to stop did not wait for is left to the next one. */
    private static Outcome leftOr(Run run, ObjectEntry entry, OutcomeKind kind, String why) {
        return leftAs(run, entry).orElseGet(() -> kept(run, entry, kind, why));
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

    /**
     * The outcomes of a batch that the store was asked to delete.
     *
     * @param failures what failed, by key
     */
    public List<Outcome> deleted(DeleteBatch batch, Map<String, StoreException> failures) {
        Run run = runs.byId(batch.runId());
        BackupPlace backups = run.options().backup();
        String why = ExtraOutcome.ABSENT + (backups.isWanted() ? "; kept below " + backups.prefix() : "");
        List<Outcome> outcomes = new ArrayList<>(batch.kept());
        for (ObjectEntry entry : batch.entries()) {
            StoreException failure = failures.get(entry.key());
            if (failure == null) {
                orphaned.drop(run.copies(), batch.segments().get(entry.key()));
            }
            outcomes.add(
                    failure == null
                            ? ExtraOutcome.of(batch.runId(), entry, OutcomeKind.DELETED, why)
                            : notDeleted(run, entry, failure));
        }
        return outcomes;
    }

    /** What a run that is to stop does not try again is left to the next one. */
    private static Outcome notDeleted(Run run, ObjectEntry entry, StoreException failure) {
        Optional<Outcome> left = failure.isTransient() ? leftAs(run, entry) : Optional.empty();
        return left.orElseGet(() -> ExtraOutcome.of(run.id(), entry, OutcomeKind.FAILED, Reason.of(failure))
                .because(failure));
    }

    /** Whether a run deletes no more, so that a batch of it waits for no store. */
    public boolean isStopping(String runId) {
        return runs.byId(runId).isStopping();
    }

    /** The outcomes of a batch that could not be deleted. */
    public List<Outcome> failed(DeleteBatch batch, Exception failure) {
        LOG.debug("a batch of {} was not deleted", batch.entries().size(), failure);
        List<Outcome> outcomes = new ArrayList<>(batch.kept());
        batch.entries()
                .forEach(entry ->
                        outcomes.add(ExtraOutcome.of(batch.runId(), entry, OutcomeKind.FAILED, Reason.of(failure))
                                .because(failure)));
        return outcomes;
    }
}
