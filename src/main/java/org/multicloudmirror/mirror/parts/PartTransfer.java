package org.multicloudmirror.mirror.parts;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.multicloudmirror.mirror.Run;
import org.multicloudmirror.mirror.copy.InterruptedCopyException;
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

    private final Run run;
    private final ObjectLocation source;
    private final ETag version;
    private final LargeObjects destination;
    private final PartedUpload upload;
    private final List<SourceHashes> hashes;
    private final PartBuffers buffers;
    private final PartSettings settings;
    private final Retry retry;
    private volatile boolean broken;

    /**
     * @param copy the object; all parts are read of the version that it tells
     * @param hashes what the source is proven by
     * @param buffers for the parts that are held
     */
    PartTransfer(
            Run run,
            PartedCopy copy,
            PartedUpload upload,
            List<SourceHashes> hashes,
            PartBuffers buffers,
            PartSettings settings) {
        this.run = run;
        this.source = copy.task().source();
        this.version = copy.source().etag();
        this.destination = run.destination().largeObjects().orElseThrow();
        this.upload = upload;
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
            abandon();
            throw e;
        }
    }

    /** Gives up the parts that are not sent yet. */
    void abandon() {
        broken = true;
        hashes.forEach(SourceHashes::abandon);
    }

    /** A part that fits into memory is read once, however often it must be sent, and its MD5 goes ahead. */
    private SentPart sendHeld(PartPlan.Part part) {
        byte[] buffer = buffers.take();
        try {
            int length = Math.toIntExact(part.length());
            ETag md5 = retry.of(() -> read(part, buffer, length));
            for (SourceHashes source : hashes) {
                if (source.isTwin(part.index())) {
                    source.give(part.index(), md5);
                } else {
                    HashState state = source.enter(part.index());
                    state.update(buffer, 0, length);
                    source.leave(part.index(), state);
                }
            }
            ETag stored = retry.of(() -> {
                check();
                return put(part, new ByteArrayInputStream(buffer, 0, length), md5);
            });
            return new SentPart(part.index() + 1, length, md5, stored);
        } finally {
            buffers.giveBack(buffer);
        }
    }

    private ETag read(PartPlan.Part part, byte[] buffer, int length) {
        try (ObjectContent content = open(part)) {
            PartStream body = stream(content, part, List.of());
            if (body.readNBytes(buffer, 0, length) < length || body.read() >= 0) {
                throw new TransientStoreException(source + ": it does not have the announced " + length + " bytes");
            }
            return body.md5();
        } catch (IOException e) {
            throw new TransientStoreException(source + ": " + e.getMessage(), e);
        }
    }

    /** A larger one passes; what its source is proven by goes with it, and is thrown away when it must pass again. */
    private SentPart sendStreamed(PartPlan.Part part) {
        List<SourceHashes> others =
                hashes.stream().filter(source -> !source.isTwin(part.index())).toList();
        List<HashState> states = new ArrayList<>();
        others.forEach(source -> states.add(source.enter(part.index())));
        try (ObjectContent content = open(part)) {
            PartStream body = stream(content, part, states);
            ETag stored = put(part, body, ETag.NONE);
            ETag md5 = body.md5();
            new Upload(ObjectMetadata.EMPTY, part.length(), md5, body)
                    .proven(stored, upload.key() + ", part " + (part.index() + 1));
            hashes.stream()
                    .filter(source -> source.isTwin(part.index()))
                    .forEach(source -> source.give(part.index(), md5));
            for (int i = 0; i < others.size(); i++) {
                others.get(i).leave(part.index(), states.get(i));
            }
            return new SentPart(part.index() + 1, part.length(), md5, stored);
        } catch (IOException e) {
            throw new TransientStoreException(source + ": " + e.getMessage(), e);
        }
    }

    private ETag put(PartPlan.Part part, InputStream body, ETag md5) {
        return destination.put(upload, part.index() + 1, new Upload(ObjectMetadata.EMPTY, part.length(), md5, body));
    }

    private ObjectContent open(PartPlan.Part part) {
        check();
        return run.source().get(source.bucket(), source.key(), new Slice(part.offset(), part.length(), version));
    }

    private PartStream stream(ObjectContent content, PartPlan.Part part, List<HashState> states) {
        String what = source + ", part " + (part.index() + 1);
        return new PartStream(content.body(), what, part.length(), states, run.progress(), this::check);
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
