package org.multicloudmirror.mirror.parts;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.multicloudmirror.mirror.CopyTask;
import org.multicloudmirror.mirror.Evidence;
import org.multicloudmirror.mirror.Proof;
import org.multicloudmirror.mirror.Run;
import org.multicloudmirror.mirror.Runs;
import org.multicloudmirror.mirror.copy.SourceLength;
import org.multicloudmirror.mirror.copy.Transfer;
import org.multicloudmirror.storage.AssembledTag;
import org.multicloudmirror.storage.CorruptCopyException;
import org.multicloudmirror.storage.ETag;
import org.multicloudmirror.storage.LargeObjects;
import org.multicloudmirror.storage.ObjectContent;
import org.multicloudmirror.storage.ObjectInfo;
import org.multicloudmirror.storage.ObjectLocation;
import org.multicloudmirror.storage.ObjectMetadata;
import org.multicloudmirror.storage.PartGuess;
import org.multicloudmirror.storage.PartLayout;
import org.multicloudmirror.storage.PartedUpload;
import org.multicloudmirror.storage.SentPart;
import org.multicloudmirror.storage.StoreException;
import org.multicloudmirror.storage.Waiting;

/** Copies large objects in parts: planned, sent in parallel, proven, and only then put together. */
public final class Parts {

    private final Runs runs;
    private final Transfer transfer;
    private final Leftovers leftovers;
    private final PartSettings settings;
    private final PartPlanner planner;
    private final PartPool pool;
    private final PartBuffers buffers;

    public Parts(Runs runs, Transfer transfer, Leftovers leftovers, PartSettings settings) {
        this.runs = runs;
        this.transfer = transfer;
        this.leftovers = leftovers;
        this.settings = settings;
        this.planner = new PartPlanner(settings);
        this.pool = new PartPool(settings.inFlight());
        this.buffers = new PartBuffers(Math.toIntExact(settings.partSize()));
    }

    /** Whether an object may go in parts, by what its listing tells. */
    public boolean isCandidate(CopyTask task) {
        return planner.isCandidate(run(task), task);
    }

    /** Whether an object that was opened is larger than its listing told, and goes in parts. */
    public boolean isLargeAfterAll(CopyTask task, ObjectContent content) {
        return task.entry().maybeManifest()
                && planner.isLarge(run(task), content.info().length().orElse(0));
    }

    /** Reads no more of an object that goes in parts. */
    public void leave(ObjectContent content) throws IOException {
        content.close();
    }

    /**
     * The parts that an object is copied in.
     *
     * @param source as its own headers tell it
     */
    public PartedCopy plan(CopyTask task, ObjectInfo source) {
        Run run = run(task);
        ObjectInfo told = SourceLength.told(task, source);
        run.resize(task.entry().key(), told.size());
        return planner.plan(run, task, told);
    }

    /** An object that was planned went as one stream. */
    public void streamed(PartedCopy copy) {
        Run run = run(copy.task());
        run.progress()
                .rate()
                .add(copy.source().size(), run.pendingAge(copy.task().entry().key()));
    }

    /**
     * Sends all parts of an object. What a failure leaves is removed.
     *
     * @throws CorruptCopyException when the bytes that were read are not those of the source
     */
    public SentCopy send(PartedCopy copy) {
        Run run = run(copy.task());
        return Waiting.until(run::isAbandoned, () -> send(run, copy));
    }

    private SentCopy send(Run run, PartedCopy copy) {
        CopyTask task = copy.task();
        LargeObjects destination = run.destination().largeObjects().orElseThrow();
        ObjectLocation where = task.destination();
        // S3 wants them now, when a guess is not proven yet
        Optional<PartLayout> likely =
                copy.layouts().size() == 1 ? Optional.of(copy.layouts().get(0)) : Optional.empty();
        ObjectMetadata beginning = metadata(copy, likely);
        PartedUpload upload = settings.retry()
                .of(() -> destination.begin(
                        where.bucket(), where.key(), beginning, run.options().createDestination()));
        leftovers.begin(run, upload);
        try {
            SourceProof proof = new SourceProof(copy);
            PartTransfer parts =
                    new PartTransfer(run, copy, upload, beginning.ofParts(), proof.hashes(), buffers, settings);
            List<SentPart> sent = pool.sendAll(copy.plan().parts(), parts::send, parts::abandon);
            Optional<PartLayout> proven = proof.proven();
            SentCopy whole = new SentCopy(copy, upload, metadata(copy, proven), sent, proof.proof(proven));
            if (whole.proof() == Proof.SENT && proof.isGuess()) {
                proof.checkReadTwice(run, task, destination.tag().of(whole.md5s()));
            }
            return whole;
        } catch (RuntimeException e) {
            leftovers.remove(run, upload);
            throw e;
        }
    }

    /**
     * Puts the parts together.
     *
     * @throws CorruptCopyException when the destination's tag does not follow from the parts
     */
    public void commit(SentCopy sent) {
        CopyTask task = sent.copy().task();
        Run run = run(task);
        Evidence evidence;
        try {
            evidence = Waiting.until(run::isAbandoned, () -> completed(run, sent));
        } catch (RuntimeException e) {
            leftovers.remove(run, sent.upload());
            throw e;
        }
        leftovers.end(run, sent.upload());
        run.prove(task, evidence);
    }

    private Run run(CopyTask task) {
        return runs.byId(task.runId());
    }

    /** The metadata of the copy, with the parts of the source where they are known and the copy may not tell them. */
    private ObjectMetadata metadata(PartedCopy copy, Optional<PartLayout> source) {
        // one part is what the whole MD5 proves
        List<Long> told = source.map(PartLayout::sizes)
                .filter(sizes -> sizes.size() > 1)
                .filter(sizes -> !sizes.equals(copy.plan().sizes()) || !isTold(copy))
                .orElse(List.of());
        return transfer.outgoing(copy.task(), copy.source(), told);
    }

    /** Whether a copy tells its parts: a manifest does; of a multipart object some services tell the number only. */
    private boolean isTold(PartedCopy copy) {
        List<Long> sizes = copy.plan().sizes();
        return run(copy.task()).destination().largeObjects().orElseThrow().tag() == AssembledTag.MANIFEST
                || PartGuess.of(copy.source().size(), sizes.size()).stream()
                        .limit(1)
                        .anyMatch(guess -> guess.sizes().equals(sizes));
    }

    private Evidence completed(Run run, SentCopy sent) {
        LargeObjects destination = run.destination().largeObjects().orElseThrow();
        ETag expected = destination.tag().of(sent.md5s());
        ETag written;
        try {
            written = settings.retry().of(() -> destination.complete(sent.upload(), sent.metadata(), sent.parts()));
        } catch (StoreException e) {
            written = appliedAfterAll(run, sent, expected).orElseThrow(() -> e);
        }
        CopyTask task = sent.copy().task();
        ObjectInfo source = sent.copy().source();
        WholeProof.Expected whole = new WholeProof.Expected(
                source.size(), expected, source.etag(), sent.isTold(), task.presentEtag(), sent.proof());
        return new WholeProof(run.destination(), task.destination(), settings.retry()).of(written, whole);
    }

    /** The answer may have been lost after it was done: then the object is another one than before, and the right one. */
    private static Optional<ETag> appliedAfterAll(Run run, SentCopy sent, ETag expected) {
        CopyTask task = sent.copy().task();
        if (task.presentEtag().value().equals(expected.value())) {
            return Optional.empty();
        }
        try {
            ObjectLocation where = task.destination();
            ETag now = run.destination().head(where.bucket(), where.key()).etag();
            return now.value().equals(expected.value()) ? Optional.of(now) : Optional.empty();
        } catch (StoreException e) {
            return Optional.empty();
        }
    }
}
