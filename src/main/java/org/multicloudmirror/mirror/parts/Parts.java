package org.multicloudmirror.mirror.parts;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.multicloudmirror.mirror.copy.SourceLength;
import org.multicloudmirror.mirror.copy.Transfer;
import org.multicloudmirror.mirror.task.CopyTask;
import org.multicloudmirror.mirror.task.Evidence;
import org.multicloudmirror.mirror.task.Proof;
import org.multicloudmirror.mirror.work.Copy;
import org.multicloudmirror.mirror.work.CopyRun;
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

    private final Transfer transfer;
    private final OrphanedUploads orphaned;
    private final PartSettings settings;
    private final PartPlanner planner;
    private final PartPool pool;
    private final PartBuffers buffers;

    public Parts(Transfer transfer, OrphanedUploads orphaned, PartSettings settings) {
        this.transfer = transfer;
        this.orphaned = orphaned;
        this.settings = settings;
        this.planner = new PartPlanner(settings);
        this.pool = new PartPool(settings.inFlight());
        this.buffers = new PartBuffers(Math.toIntExact(settings.partSize()));
    }

    /** Whether an object may go in parts, by what its listing tells. */
    public boolean isCandidate(Copy copy) {
        return planner.isCandidate(copy);
    }

    /** Whether an object that was opened is larger than its listing told, and goes in parts. */
    public boolean isLargeAfterAll(Copy copy, ObjectContent content) {
        return copy.task().entry().maybeManifest()
                && planner.isLarge(copy.run(), content.info().length().orElse(0));
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
    public PartedCopy plan(Copy copy, ObjectInfo source) {
        ObjectInfo told = SourceLength.told(copy.task(), source);
        copy.resize(told.size());
        return planner.plan(copy, told);
    }

    /** An object that was planned went as one stream. */
    public void streamed(PartedCopy copy) {
        copy.run().rate().add(copy.source().size(), copy.object().age());
    }

    /**
     * Sends all parts of an object. What a failure leaves is removed.
     *
     * @throws CorruptCopyException when the bytes that were read are not those of the source
     */
    public SentCopy send(PartedCopy copy) {
        return Waiting.until(copy.run()::isAbandoned, () -> sent(copy));
    }

    private SentCopy sent(PartedCopy copy) {
        CopyRun run = copy.run();
        LargeObjects destination = run.destination().largeObjects().orElseThrow();
        ObjectLocation where = copy.task().destination();
        // S3 wants them now, when a guess is not proven yet
        Optional<PartLayout> likely =
                copy.layouts().size() == 1 ? Optional.of(copy.layouts().get(0)) : Optional.empty();
        ObjectMetadata beginning = metadata(copy, likely);
        PartedUpload upload = settings.retry()
                .of(() -> destination.begin(
                        where.bucket(), where.key(), beginning, run.descriptor().createsDestination()));
        orphaned.begin(run, upload);
        try {
            SourceProof proof = new SourceProof(copy);
            PartTransfer parts =
                    new PartTransfer(run, copy, upload, beginning.ofParts(), proof.hashes(), buffers, settings);
            List<SentPart> sent = pool.sendAll(copy.plan().parts(), parts::send, parts::abandon);
            Optional<PartLayout> proven = proof.proven();
            SentCopy whole = new SentCopy(copy, upload, metadata(copy, proven), sent, proof.proof(proven));
            if (whole.proof() == Proof.SENT && proof.isGuess()) {
                proof.checkReadTwice(copy.object(), destination.tag().of(whole.md5s()));
            }
            return whole;
        } catch (RuntimeException e) {
            orphaned.remove(run, upload);
            throw e;
        }
    }

    /**
     * Puts the parts together.
     *
     * @throws CorruptCopyException when the destination's tag does not follow from the parts
     */
    public void commit(SentCopy sent) {
        CopyRun run = sent.copy().run();
        Evidence evidence;
        try {
            run.proveLease();
            evidence = Waiting.until(run::isAbandoned, () -> completed(run, sent));
        } catch (RuntimeException e) {
            orphaned.remove(run, sent.upload());
            throw e;
        }
        orphaned.end(run, sent.upload());
        sent.copy().object().prove(evidence);
    }

    /** The metadata of the copy, with the parts of the source where they are known and the copy may not tell them. */
    private ObjectMetadata metadata(PartedCopy copy, Optional<PartLayout> source) {
        // one part is what the whole MD5 proves
        List<Long> told = source.map(PartLayout::sizes)
                .filter(sizes -> sizes.size() > 1)
                .filter(sizes -> !sizes.equals(copy.plan().sizes()) || !isTold(copy))
                .orElse(List.of());
        return transfer.outgoing(copy.object(), copy.source(), told);
    }

    /** Whether a copy tells its parts: a manifest does; of a multipart object some services tell the number only. */
    private boolean isTold(PartedCopy copy) {
        List<Long> sizes = copy.plan().sizes();
        return copy.run().destination().largeObjects().orElseThrow().tag() == AssembledTag.MANIFEST
                || PartGuess.of(copy.source().size(), sizes.size()).stream()
                        .limit(1)
                        .anyMatch(guess -> guess.sizes().equals(sizes));
    }

    private Evidence completed(CopyRun run, SentCopy sent) {
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
    private static Optional<ETag> appliedAfterAll(CopyRun run, SentCopy sent, ETag expected) {
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
