package org.multicloudmirror.mirror.delete;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.multicloudmirror.mirror.backup.Backup;
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
import org.multicloudmirror.storage.ObjectEntry;
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
    private final OrphanedUploads orphaned;
    private final Confirmation confirmation;

    /**
     * @param retry of what is asked and kept of each object before it is deleted
     */
    public Deletions(Runs runs, Backup backup, OrphanedUploads orphaned, Retry retry) {
        this.runs = runs;
        this.orphaned = orphaned;
        this.confirmation = new Confirmation(backup, orphaned, retry);
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
        return confirmation.of(runs.byId(batch.runId()), batch);
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
        Optional<Outcome> left = failure.isTransient() ? ExtraOutcome.leftAs(run, entry) : Optional.empty();
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
