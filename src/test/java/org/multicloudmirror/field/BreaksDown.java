package org.multicloudmirror.field;

import org.apache.camel.Header;
import org.multicloudmirror.mirror.delete.DeleteBatch;
import org.multicloudmirror.mirror.task.CopyTask;

/** A step of somebody's own in the routes, which a library in it fails with an Error. */
public final class BreaksDown {

    public void copy(@Header("MirrorTask") CopyTask task) {
        if (task.entry().key().startsWith("bad")) {
            throw new StackOverflowError();
        }
    }

    public void delete(@Header("MirrorBatch") DeleteBatch batch) {
        if (!batch.entries().isEmpty()) {
            throw new NoClassDefFoundError("x/Y");
        }
    }
}
