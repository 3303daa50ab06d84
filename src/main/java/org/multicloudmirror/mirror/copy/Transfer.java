package org.multicloudmirror.mirror.copy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.OptionalLong;
import org.multicloudmirror.mirror.CopyTask;
import org.multicloudmirror.mirror.Evidence;
import org.multicloudmirror.mirror.Proof;
import org.multicloudmirror.mirror.Run;
import org.multicloudmirror.mirror.Runs;
import org.multicloudmirror.storage.CopyRefusedException;
import org.multicloudmirror.storage.ETag;
import org.multicloudmirror.storage.ObjectContent;
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

    private final Runs runs;
    private final Spool spool;

    public Transfer(Runs runs, Spool spool) {
        this.runs = runs;
        this.spool = spool;
    }

    /**
     * Where an attempt begins.
     *
     * @throws InterruptedCopyException when the run has given its copies up
     */
    public void begin(CopyTask task) {
        Run run = runs.byId(task.runId());
        if (run.isAbandoned()) {
            throw new InterruptedCopyException();
        }
        run.attempt(task);
    }

    /**
     * Whether the server is asked to make the copy: where it can and has not refused, at the first attempt, and only
     * what an MD5 can prove.
     */
    public boolean isOnServer(CopyTask task) {
        Run run = runs.byId(task.runId());
        return run.attempts(task.entry().key()) == 1
                && task.entry().etag().isMd5()
                && task.entry().size() <= SERVER_LIMIT
                && run.copiesOnServer(run.source());
    }

    /**
     * The tag and the metadata for a copy on the server.
     *
     * @param source as its own headers tell it; the listing may have misled
     * @throws CopyRefusedException when nothing would prove it, or it is too large
     */
    public ObjectInfo onServer(CopyTask task, ObjectInfo source) {
        if (!source.etag().isMd5() || source.length().orElse(Long.MAX_VALUE) > SERVER_LIMIT) {
            throw new CopyRefusedException(task.source() + ": not to be copied on the server", false);
        }
        runs.byId(task.runId()).resize(task.entry().key(), source.size());
        return source.withMetadata(outgoing(task, source));
    }

    /**
     * The destination's tag as listed, and the metadata that it gets in place of its own.
     *
     * @param source as its own headers tell it
     * @throws CopyRefusedException when the source is not what the listing compared, or the copy is gone
     */
    public ObjectInfo update(CopyTask task, ObjectInfo source) {
        ETag listed = task.entry().etag();
        if (listed.isMd5() && source.etag().isMd5() && !source.etag().sameContentAs(listed)) {
            throw new CopyRefusedException(task.source() + ": it has changed since it was listed", false);
        }
        return new ObjectInfo(source.length(), task.presentEtag(), source.lastModified(), replacing(task, source));
    }

    /** What the copy's tag was proven by stays with it. */
    private ObjectMetadata replacing(CopyTask task, ObjectInfo source) {
        if (source.etag().sameContentAs(task.presentEtag())) {
            return outgoing(task, source);
        }
        ObjectLocation where = task.destination();
        try {
            ObjectInfo copy = runs.byId(task.runId()).destination().head(where.bucket(), where.key());
            return outgoing(task, source, OurMetadata.sourceParts(copy));
        } catch (ObjectGoneException e) {
            throw new CopyRefusedException(where + ": it is not there any more", false);
        }
    }

    /**
     * The destination has the metadata.
     *
     * @param written its tag
     */
    public void updated(CopyTask task, ETag written) {
        boolean isMd5 = written.sameContentAs(task.entry().etag());
        runs.byId(task.runId()).prove(task, new Evidence(written, isMd5 ? Proof.MD5 : Proof.CARRIED));
    }

    /**
     * The metadata cannot be replaced alone: the object is copied, and that is how it will have ended; or it is left,
     * since its bytes were not reckoned with.
     */
    public Verdict copyInstead(CopyTask task, CopyRefusedException refusal) {
        LOG.debug("copied with its metadata: {}", refusal.getMessage());
        return runs.byId(task.runId()).take(task) ? Verdict.COPY_FOR_METADATA : Verdict.LEFT;
    }

    /**
     * The metadata that the copy of a source gets. What the destination cannot hold of them is noted for the outcome,
     * once an attempt.
     */
    public ObjectMetadata outgoing(CopyTask task, ObjectInfo source) {
        return outgoing(task, source, List.of(), source.etag().isMd5());
    }

    /**
     * The same for a copy in parts.
     *
     * @param parts the sizes of the source's, in bytes, where the copy has others; else none
     */
    public ObjectMetadata outgoing(CopyTask task, ObjectInfo source, List<Long> parts) {
        return outgoing(task, source, parts, false);
    }

    private ObjectMetadata outgoing(CopyTask task, ObjectInfo source, List<Long> parts, boolean keepsTag) {
        Run run = runs.byId(task.runId());
        ObjectLocation where = task.destination();
        FittedMetadata fitted = OurMetadata.forCopyOf(
                source, parts, keepsTag, run.destination().metadataLimits(where.bucket(), where.key()));
        List<String> told = run.evidence(task).lost();
        List<String> lost =
                fitted.lost().stream().filter(item -> !told.contains(item)).toList();
        if (!lost.isEmpty()) {
            run.lose(task, lost);
        }
        return fitted.metadata();
    }

    /**
     * The destination has the bytes that were sent.
     *
     * @param written its tag
     * @param otherwise what the equality rests on where that is not the source's MD5
     */
    public void arrived(CopyTask task, ETag written, Proof otherwise) {
        boolean isMd5 = written.isMd5() && written.sameContentAs(task.entry().etag());
        runs.byId(task.runId()).prove(task, new Evidence(written, isMd5 ? Proof.MD5 : otherwise));
    }

    /** The server has made the copy: its bytes are done without having passed here. */
    public void madeOnServer(CopyTask task, ETag written) {
        Run run = runs.byId(task.runId());
        run.prove(task, new Evidence(written, Proof.MD5));
        run.progress().addBytes(run.pendingSize(task.entry().key()));
    }

    /** The server does not make the copy; where it would refuse the next one, too, it is not asked again. */
    public void refused(CopyTask task, CopyRefusedException refusal) {
        refused(runs.byId(task.runId()), refusal);
    }

    /** The same of any object of a run's destination. */
    public static void refused(Run run, CopyRefusedException refusal) {
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
    private Spool.Held checked(CopyTask task, ObjectInfo opened, Spool.Held held) throws IOException {
        Run run = runs.byId(task.runId());
        try {
            UntaggedReply.check(run, task, opened, held.etag());
            run.resize(task.entry().key(), held.size());
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
    public Upload prepare(CopyTask task, ObjectContent content) {
        Run run = runs.byId(task.runId());
        ObjectInfo info = content.info();
        OptionalLong size;
        ObjectMetadata metadata;
        try {
            size = SourceLength.of(run, task, info);
            size.ifPresent(told -> run.resize(task.entry().key(), told));
            metadata = outgoing(task, info);
        } catch (RuntimeException e) {
            close(content);
            throw e;
        }
        ProvenStream body = new ProvenStream(content.body(), task.source().toString(), size, info.etag(), run);
        if (info.etag().isMd5() && size.isPresent()) {
            body.checkEmpty();
            return new Upload(metadata, size.getAsLong(), info.etag(), body);
        }
        try (body) {
            Spool.Held held = spool.hold(body, size);
            return new Upload(metadata, checked(task, info, held).size(), held.etag(), held.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
