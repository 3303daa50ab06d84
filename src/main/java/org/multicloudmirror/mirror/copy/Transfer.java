package org.multicloudmirror.mirror.copy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.OptionalLong;
import org.multicloudmirror.mirror.task.CopyTask;
import org.multicloudmirror.mirror.task.Evidence;
import org.multicloudmirror.mirror.task.Proof;
import org.multicloudmirror.mirror.work.Copy;
import org.multicloudmirror.mirror.work.CopyRun;
import org.multicloudmirror.storage.CopyRefusedException;
import org.multicloudmirror.storage.ETag;
import org.multicloudmirror.storage.ObjectContent;
import org.multicloudmirror.storage.ObjectEntry;
import org.multicloudmirror.storage.ObjectGoneException;
import org.multicloudmirror.storage.ObjectInfo;
import org.multicloudmirror.storage.ObjectLocation;
import org.multicloudmirror.storage.ObjectMetadata;
import org.multicloudmirror.storage.Upload;
import org.multicloudmirror.storage.metadata.FittedMetadata;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is decided and made between the requests of one copy, be it got and put or made on the server. */
public final class Transfer {

    /** What S3 copies in one request ("CopyObject", API reference), in bytes; it is Swift's usual limit, too. */
    public static final long SERVER_LIMIT = 5L << 30;

    private static final Logger LOG = LoggerFactory.getLogger(Transfer.class);

    private final Spool spool;

    public Transfer(Spool spool) {
        this.spool = spool;
    }

    /**
     * Where an attempt begins.
     *
     * @throws InterruptedCopyException when the run has given its copies up
     */
    public void begin(Copy copy) {
        if (copy.run().isAbandoned()) {
            throw new InterruptedCopyException();
        }
        copy.attempt();
    }

    /**
     * Whether the server is asked to make the copy: where it can and has not refused, at the first attempt, and only
     * what an MD5 can prove.
     */
    public boolean isOnServer(Copy copy) {
        ObjectEntry listed = copy.task().entry();
        CopyRun run = copy.run();
        return copy.attempts() == 1
                && listed.etag().isMd5()
                && listed.size() <= SERVER_LIMIT
                && run.copiesOnServer(run.source());
    }

    /**
     * The tag and the metadata for a copy on the server.
     *
     * @param source as its own headers tell it; the listing may have misled
     * @throws CopyRefusedException when nothing would prove it, or it is too large
     */
    public ObjectInfo onServer(Copy copy, ObjectInfo source) {
        if (!source.etag().isMd5() || source.length().orElse(Long.MAX_VALUE) > SERVER_LIMIT) {
            throw new CopyRefusedException(copy.task().source() + ": not to be copied on the server", false);
        }
        copy.resize(source.size());
        return source.withMetadata(outgoing(copy, source));
    }

    /**
     * The destination's tag as listed, and the metadata that it gets in place of its own.
     *
     * @param source as its own headers tell it
     * @throws CopyRefusedException when the source is not what the listing compared, or the copy is gone
     */
    public ObjectInfo update(Copy copy, ObjectInfo source) {
        CopyTask task = copy.task();
        ETag listed = task.entry().etag();
        if (listed.isMd5() && source.etag().isMd5() && !source.etag().sameContentAs(listed)) {
            throw new CopyRefusedException(task.source() + ": it has changed since it was listed", false);
        }
        return new ObjectInfo(source.length(), task.presentEtag(), source.lastModified(), replacing(copy, source));
    }

    /** What the copy's tag was proven by stays with it. */
    private ObjectMetadata replacing(Copy copy, ObjectInfo source) {
        if (source.etag().sameContentAs(copy.task().presentEtag())) {
            return outgoing(copy, source);
        }
        ObjectLocation where = copy.task().destination();
        try {
            ObjectInfo present = copy.run().destination().head(where.bucket(), where.key());
            return outgoing(copy, source, OurMetadata.sourceParts(present));
        } catch (ObjectGoneException e) {
            throw new CopyRefusedException(where + ": it is not there any more", false);
        }
    }

    /**
     * The destination has the metadata.
     *
     * @param written its tag
     */
    public void updated(Copy copy, ETag written) {
        boolean isMd5 = written.sameContentAs(copy.task().entry().etag());
        copy.prove(new Evidence(written, isMd5 ? Proof.MD5 : Proof.CARRIED));
    }

    /**
     * The metadata cannot be replaced alone: the object is copied, and that is how it will have ended; or it is left,
     * since its bytes were not reckoned with.
     */
    public Verdict copyInstead(Copy copy, CopyRefusedException refusal) {
        LOG.debug("copied with its metadata: {}", refusal.getMessage());
        return copy.take() ? Verdict.COPY_FOR_METADATA : Verdict.LEFT;
    }

    /** The same for routes of an earlier version, which reckon with no bytes more. */
    public Verdict copyInstead(CopyRefusedException refusal) {
        LOG.debug("copied with its metadata: {}", refusal.getMessage());
        return Verdict.COPY_FOR_METADATA;
    }

    /**
     * The metadata that the copy of a source gets. What the destination cannot hold of them is noted for the outcome,
     * once an attempt.
     */
    public ObjectMetadata outgoing(Copy copy, ObjectInfo source) {
        return outgoing(copy, source, List.of(), source.etag().isMd5());
    }

    /**
     * The same for a copy in parts.
     *
     * @param parts the sizes of the source's, in bytes, where the copy has others; else none
     */
    public ObjectMetadata outgoing(Copy copy, ObjectInfo source, List<Long> parts) {
        return outgoing(copy, source, parts, false);
    }

    private ObjectMetadata outgoing(Copy copy, ObjectInfo source, List<Long> parts, boolean keepsTag) {
        ObjectLocation where = copy.task().destination();
        FittedMetadata fitted = OurMetadata.forCopyOf(
                source, parts, keepsTag, copy.run().destination().metadataLimits(where.bucket(), where.key()));
        List<String> told = copy.evidence().lost();
        List<String> lost =
                fitted.lost().stream().filter(item -> !told.contains(item)).toList();
        if (!lost.isEmpty()) {
            copy.lose(lost);
        }
        return copy.run().written(fitted.metadata());
    }

    /**
     * The destination has the bytes that were sent.
     *
     * @param written its tag
     * @param otherwise what the equality rests on where that is not the source's MD5
     */
    public void arrived(Copy copy, ETag written, Proof otherwise) {
        boolean isMd5 =
                written.isMd5() && written.sameContentAs(copy.task().entry().etag());
        copy.prove(new Evidence(written, isMd5 ? Proof.MD5 : otherwise));
    }

    /** The server has made the copy: its bytes are done without having passed here. */
    public void madeOnServer(Copy copy, ETag written) {
        copy.prove(new Evidence(written, Proof.MD5));
        copy.pass(copy.size());
    }

    /** The server does not make the copy; where it would refuse the next one, too, it is not asked again. */
    public void refused(Copy copy, CopyRefusedException refusal) {
        refused(copy.run(), refusal);
    }

    /** The same of any object of a run's destination. */
    public static void refused(CopyRun run, CopyRefusedException refusal) {
        LOG.debug("not copied on the server: {}", refusal.getMessage());
        if (refusal.isLasting() && run.stopCopyingOnServer()) {
            LOG.info(
                    "{}: the server does not copy by itself, so objects are read and written: {}",
                    run.scenario(),
                    refusal.getMessage());
        }
    }

    private static void close(ObjectContent content) {
        try {
            content.close();
        } catch (IOException e) {
            LOG.debug("what is not read breaks off when it is closed", e);
        }
    }

    /** What is held is the object, and as long as it is. */
    private Spool.Held checked(Copy copy, ObjectInfo opened, Spool.Held held) throws IOException {
        try {
            UntaggedReply.check(copy, opened, held.etag());
            copy.resize(held.size());
            return held;
        } catch (RuntimeException e) {
            held.close();
            throw e;
        }
    }

    /**
     * The upload of an opened source. Where the source's ETag is an MD5, the body streams and the destination is told
     * what to expect; where it is not, or nobody knows its length, the body is read first, so that there is something to
     * expect.
     */
    public Upload prepare(Copy copy, ObjectContent content) {
        ObjectInfo info = content.info();
        OptionalLong size;
        ObjectMetadata metadata;
        try {
            size = SourceLength.of(copy, info);
            size.ifPresent(copy::resize);
            metadata = outgoing(copy, info);
        } catch (RuntimeException e) {
            close(content);
            throw e;
        }
        ProvenStream body = new ProvenStream(
                content.body(), copy.task().source().toString(), size, info.etag(), copy.run(), copy::pass);
        if (info.etag().isMd5() && size.isPresent()) {
            body.checkEmpty();
            return new Upload(metadata, size.getAsLong(), info.etag(), body);
        }
        try (body) {
            Spool.Held held = spool.hold(body, size);
            return new Upload(metadata, checked(copy, info, held).size(), held.etag(), held.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
