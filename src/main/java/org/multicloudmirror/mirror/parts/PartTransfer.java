package org.multicloudmirror.mirror.parts;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import org.multicloudmirror.mirror.Run;
import org.multicloudmirror.mirror.copy.InterruptedCopyException;
import org.multicloudmirror.scenario.Location;
import org.multicloudmirror.storage.ETag;
import org.multicloudmirror.storage.LargeObjects;
import org.multicloudmirror.storage.ObjectContent;
import org.multicloudmirror.storage.ObjectLocation;
import org.multicloudmirror.storage.ObjectMetadata;
import org.multicloudmirror.storage.PartedUpload;
import org.multicloudmirror.storage.Retry;
import org.multicloudmirror.storage.SentPart;
import org.multicloudmirror.storage.Slice;
import org.multicloudmirror.storage.TransientStoreException;
import org.multicloudmirror.storage.Upload;

/** Reads and sends the parts of one object, several at a time. A part is tried again by itself. */
final class PartTransfer {

    /** What is done with a part of the source. */
    private interface Reading<T> {
        T of(InputStream body) throws IOException;
    }

    private final Run run;
    private final ObjectLocation source;
    private final ETag version;
    private final LargeObjects destination;
    private final PartedUpload upload;
    private final List<SourceHashes> hashes;
    private final PartBuffers buffers;
    private final PartSettings settings;
    private final Retry retry;
    private final Set<Location> silent;
    private volatile boolean broken;

    /**
     * @param copy the object; all parts are read of the version that it tells
     * @param hashes what the source is proven by
     * @param buffers for the parts that are held
     * @param silent the destinations that do not answer with the MD5 of a part, such as those that encrypt: further ones
     *     are added
     */
    PartTransfer(
            Run run,
            PartedCopy copy,
            PartedUpload upload,
            List<SourceHashes> hashes,
            PartBuffers buffers,
            PartSettings settings,
            Set<Location> silent) {
        this.run = run;
        this.source = copy.task().source();
        this.version = copy.source().etag();
        this.destination = run.destination().largeObjects().orElseThrow();
        this.upload = upload;
        this.hashes = hashes;
        this.buffers = buffers;
        this.settings = settings;
        this.retry = settings.retry();
        this.silent = silent;
    }

    /** Sends a part, or gives up all of them. */
    SentPart send(PartPlan.Part part) {
        try {
            return part.length() <= settings.partSize() ? sendHeld(part) : retry.of(() -> sendStreamed(part));
        } catch (RuntimeException | Error e) {
            abandon();
            throw e;
        }
    }

    /** Gives up the parts that are not sent yet. */
    void abandon() {
        broken = true;
        hashes.forEach(SourceHashes::abandon);
    }

    /**
     * A part that fits into memory is sent while it is read, and read once, however often it must be sent. Its MD5 is
     * compared with the store's answer; a store that answers with something else is sent it again, and told.
     */
    private SentPart sendHeld(PartPlan.Part part) {
        byte[] buffer = buffers.take();
        try {
            HeldPart held = new HeldPart(buffer, Math.toIntExact(part.length()));
            Location where = run.scenario().destination();
            ETag answer = ETag.NONE;
            if (silent.contains(where)) {
                retry.of(() -> hold(part, held));
            } else {
                answer = retry.of(() -> pass(part, held, ETag.NONE));
                if (!answer.isMd5()) {
                    silent.add(where);
                }
            }
            PartTurn turn = new PartTurn(part.index(), hashes);
            ETag md5 = held.md5(turn);
            turn.leave(md5);
            ETag stored = answer.sameContentAs(md5) ? answer : retry.of(() -> pass(part, held, md5));
            return new SentPart(part.index() + 1, part.length(), md5, stored);
        } finally {
            buffers.giveBack(buffer);
        }
    }

    private HeldPart hold(PartPlan.Part part, HeldPart held) {
        return reading(part, held.held(), rest -> {
            held.fill(rest);
            return held;
        });
    }

    /** Sends what is held, and what is missing while it is read. */
    private ETag pass(PartPlan.Part part, HeldPart held, ETag md5) {
        if (held.isWhole()) {
            check();
            return put(part, held.from(InputStream.nullInputStream()), md5);
        }
        return reading(part, held.held(), rest -> put(part, held.from(rest), md5));
    }

    /** A larger one passes; what its source is proven by goes with it, and is thrown away when it must pass again. */
    private SentPart sendStreamed(PartPlan.Part part) {
        PartTurn turn = new PartTurn(part.index(), hashes);
        return reading(part, 0, body -> {
            ETag stored = put(part, new HashedStream(body, turn), ETag.NONE);
            ETag md5 = turn.md5();
            new Upload(ObjectMetadata.EMPTY, part.length(), md5, body)
                    .proven(stored, upload.key() + ", part " + (part.index() + 1));
            turn.leave(md5);
            return new SentPart(part.index() + 1, part.length(), md5, stored);
        });
    }

    private ETag put(PartPlan.Part part, InputStream body, ETag md5) {
        return destination.put(upload, part.index() + 1, new Upload(ObjectMetadata.EMPTY, part.length(), md5, body));
    }

    /** Opens a part of the source behind what is not needed of it any more, in bytes. */
    private <T> T reading(PartPlan.Part part, long skipped, Reading<T> reading) {
        check();
        Slice slice = new Slice(part.offset() + skipped, part.length() - skipped, version);
        try (ObjectContent content = run.source().get(source.bucket(), source.key(), slice)) {
            String what = source + ", part " + (part.index() + 1);
            return reading.of(new PartStream(content.body(), what, slice.length(), run.progress(), this::check));
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
