package org.multicloudmirror.mirror.copy;

import org.multicloudmirror.mirror.task.CopyTask;
import org.multicloudmirror.mirror.work.Copy;
import org.multicloudmirror.storage.CorruptCopyException;
import org.multicloudmirror.storage.ETag;
import org.multicloudmirror.storage.ObjectEntry;
import org.multicloudmirror.storage.ObjectInfo;

/** A body whose reply tells no tag (a proxy that drops it, or that answers with a page of its own). */
final class UntaggedReply {

    private UntaggedReply() {}

    /**
     * Holds such a body to the MD5 that was listed. One that has another costs a HEAD: the object may have
     * changed since.
     *
     * @param read the MD5 of the whole body
     * @throws CorruptCopyException when the body is not the object's
     */
    static void check(Copy copy, ObjectInfo opened, ETag read) {
        CopyTask task = copy.task();
        ObjectEntry listed = task.entry();
        if (opened.etag().isKnown()
                || !listed.etag().isMd5()
                || listed.maybeManifest()
                || read.sameContentAs(listed.etag())) {
            return;
        }
        ETag asked = copy.run()
                .source()
                .head(task.source().bucket(), task.source().key())
                .etag();
        // a tag that is no MD5 proves nothing, and then the listed one is none either, or of an object that has changed
        if (asked.isKnown() && (!asked.isMd5() || read.sameContentAs(asked))) {
            return;
        }
        throw new CorruptCopyException(task.source() + ": the bytes read without a tag have MD5 " + read
                + ", the object has " + (asked.isKnown() ? asked : listed.etag()) + ProvenStream.CHANGED_ON_THE_WAY);
    }
}
