package org.multicloudmirror.mirror.parts;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import org.multicloudmirror.mirror.copy.InterruptedCopyException;
import org.multicloudmirror.mirror.work.Copy;
import org.multicloudmirror.mirror.work.CopyRun;
import org.multicloudmirror.storage.ETag;
import org.multicloudmirror.storage.LargeObjects;
import org.multicloudmirror.storage.ObjectContent;
import org.multicloudmirror.storage.ObjectLocation;
import org.multicloudmirror.storage.ObjectMetadata;
import org.multicloudmirror.storage.OutOfMemoryExit;
import org.multicloudmirror.storage.PartedUpload;
import org.multicloudmirror.storage.RejectedException;
import org.multicloudmirror.storage.Retry;
import org.multicloudmirror.storage.SentPart;
import org.multicloudmirror.storage.Slice;
import org.multicloudmirror.storage.TransientStoreException;
import org.multicloudmirror.storage.Upload;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads and sends the parts of one object, several at a time. A part is tried again by itself. */
final class PartTransfer {

    private static final Logger LOG = LoggerFactory.getLogger(PartTransfer.class);

    /** What is done with a part of the source. */
    private interface Reading<T> {
        T of(PartStream body) throws IOException;
    }

    private final CopyRun run;
    private final Copy object;
    private final ObjectLocation source;
    private final ETag version;
    private final LargeObjects destination;
    private final PartedUpload upload;
    private final ObjectMetadata metadata;
    private final List<SourceHashes> hashes;
    private final PartBuffers buffers;
    private final PartSettings settings;
    private final Retry retry;
    private volatile boolean broken;

    /**
     * @param copy the object; all parts are read of the version that it tells
     * @param metadata of each part
     * @param hashes what the source is proven by
     * @param buffers for the parts that are held
     */
    PartTransfer(
            CopyRun run,
            PartedCopy copy,
            PartedUpload upload,
            ObjectMetadata metadata,
            List<SourceHashes> hashes,
            PartBuffers buffers,
            PartSettings settings) {
        this.run = run;
        this.object = copy.object();
        this.source = copy.task().source();
        this.version = copy.source().etag();
        this.destination = run.destination().largeObjects().orElseThrow();
        this.upload = upload;
        this.metadata = metadata;
        this.hashes = hashes;
        this.buffers = buffers;
        this.settings = settings;
        this.retry = settings.retry();
    }

    /** Sends a part, or gives up all of them. */
    SentPart send(PartPlan.Part part) {
        try {
            return part.length() <= settings.partSize() ? sendHeld(part) : retry.of(() -> sendStreamed(part));
        } catch (RuntimeException | Error e) {
            OutOfMemoryExit.check(e);
            abandon();
            throw e;
        }
    }

    /** Gives up the parts that are not sent yet. */
    void abandon() {
        broken = true;
        hashes.forEach(SourceHashes::abandon);
    }

    private SentPart sendHeld(PartPlan.Part part) {
        byte[] buffer = buffers.take();
        try {
            HeldPart held = new HeldPart(buffer, Math.toIntExact(part.length()));
            ETag stored = retry.of(() -> send(part, held));
            return new SentPart(part.index() + 1, part.length(), md5(part, held), stored);
        } finally {
            buffers.giveBack(buffer);
        }
    }

    /**
     * A part that fits into memory is sent while it is read, and read once, however often it must be sent. Its MD5 is
     * compared with the store's answer; after a failure or another answer the store is told it.
     */
    private ETag send(PartPlan.Part part, HeldPart held) {
        boolean isTold = held.isBegun() || destination.limits(upload.bucket()).wantsMd5();
        ETag answer = isTold ? ETag.NONE : sendUntold(part, held);
        if (!held.isWhole()) {
            reading(part, held.held(), held::fill);
        }
        ETag md5 = md5(part, held);
        check();
        return answer.sameContentAs(md5) ? answer : put(part, held.from(InputStream.nullInputStream()), md5);
    }

    private ETag sendUntold(PartPlan.Part part, HeldPart held) {
        try {
            return reading(part, 0, body -> put(part, held.from(body), ETag.NONE));
        } catch (RejectedException e) {
            if (!destination.limits(upload.bucket()).wantsMd5()) {
                throw e;
            }
            // S3 wants Content-MD5 where the bucket has Object Lock (S3 API reference, UploadPart)
            LOG.debug("a part is sent again, and its MD5 told", e);
            return ETag.NONE;
        }
    }

    private ETag md5(PartPlan.Part part, HeldPart held) {
        return held.md5(() -> new PartTurn(part.index(), hashes));
    }

    /** A larger one passes; what its source is proven by goes with it, and is thrown away when it must pass again. */
    private SentPart sendStreamed(PartPlan.Part part) {
        PartTurn turn = new PartTurn(part.index(), hashes);
        return reading(part, 0, body -> {
            try {
                return streamed(part, body, turn);
            } catch (RuntimeException e) {
                object.repeat(body.passed());
                throw e;
            }
        });
    }

    private SentPart streamed(PartPlan.Part part, PartStream body, PartTurn turn) {
        ETag stored = put(part, new HashedStream(body, turn), ETag.NONE);
        ETag md5 = turn.md5();
        new Upload(metadata, part.length(), md5, body).proven(stored, upload.key() + ", part " + (part.index() + 1));
        turn.leave(md5);
        return new SentPart(part.index() + 1, part.length(), md5, stored);
    }

    private ETag put(PartPlan.Part part, InputStream body, ETag md5) {
        return destination.put(upload, part.index() + 1, new Upload(metadata, part.length(), md5, body));
    }

    /** Opens a part of the source behind what is not needed of it any more, in bytes. */
    private <T> T reading(PartPlan.Part part, long skipped, Reading<T> reading) {
        check();
        Slice slice = new Slice(part.offset() + skipped, part.length() - skipped, version);
        long began = System.nanoTime();
        try (ObjectContent content = run.source().get(source.bucket(), source.key(), slice)) {
            String what = source + ", part " + (part.index() + 1);
            T result = reading.of(new PartStream(content.body(), what, slice.length(), object::pass, this::check));
            run.rate().add(slice.length(), Duration.ofNanos(System.nanoTime() - began));
            return result;
        } catch (IOException e) {
            throw new TransientStoreException(source + ": " + e.getMessage(), e);
        }
    }

    private void check() {
        if (run.isAbandoned()) {
            throw new InterruptedCopyException();
        }
        if (broken) {
            throw new PartsBrokenException();
        }
    }
}
