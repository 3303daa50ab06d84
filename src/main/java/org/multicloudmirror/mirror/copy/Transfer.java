package org.multicloudmirror.mirror.copy;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.multicloudmirror.mirror.CopyTask;
import org.multicloudmirror.mirror.Run;
import org.multicloudmirror.mirror.Runs;
import org.multicloudmirror.storage.ObjectContent;
import org.multicloudmirror.storage.ObjectInfo;
import org.multicloudmirror.storage.ObjectLocation;
import org.multicloudmirror.storage.ObjectMetadata;
import org.multicloudmirror.storage.Upload;

/** Between get and put: makes of what was opened an upload that proves itself. */
public final class Transfer {

    private final Runs runs;
    private final Spool spool;

    public Transfer(Runs runs, Spool spool) {
        this.runs = runs;
        this.spool = spool;
    }

    /**
     * Where an attempt begins: the source.
     *
     * @throws InterruptedCopyException when the run has given its copies up
     */
    public ObjectLocation begin(CopyTask task) {
        Run run = runs.byId(task.runId());
        if (run.isAbandoned()) {
            throw new InterruptedCopyException();
        }
        run.attempt(task);
        return task.source();
    }

    /**
     * The upload of an opened source. Where the source's ETag is an MD5, the body streams and the destination is told
     * what to expect; where it is not, the body is read first, so that there is something to expect.
     */
    public Upload prepare(CopyTask task, ObjectContent content) {
        Run run = runs.byId(task.runId());
        ObjectInfo info = content.info();
        run.resize(task.entry().key(), info.size());
        ObjectMetadata metadata = OurMetadata.forCopyOf(info);
        ProvenStream body = new ProvenStream(content.body(), task.source().toString(), info.size(), info.etag(), run);
        if (info.etag().isMd5()) {
            return new Upload(metadata, info.size(), info.etag(), body);
        }
        try (body) {
            Spool.Held held = spool.hold(body, info.size());
            return new Upload(metadata, info.size(), held.etag(), held.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
