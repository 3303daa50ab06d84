package org.multicloudmirror.mirror.copy;

import java.util.OptionalLong;
import org.multicloudmirror.mirror.task.CopyTask;
import org.multicloudmirror.mirror.work.Copy;
import org.multicloudmirror.mirror.work.CopyRun;
import org.multicloudmirror.storage.ETag;
import org.multicloudmirror.storage.ObjectEntry;
import org.multicloudmirror.storage.ObjectInfo;
import org.multicloudmirror.storage.TransientStoreException;

/** How long an opened source is where its reply does not tell (a gateway that sends in chunks, HTTP/1.0). */
public final class SourceLength {

    private SourceLength() {}

    /**
     * As announced; else as listed, which holds for as long as the object has the tag that was listed; else as a HEAD
     * tells it. Empty where only the end of the body will tell, and its MD5 whether that is the end.
     *
     * @throws org.multicloudmirror.storage.RejectedException when nothing would tell
     * @throws TransientStoreException when the reply is no proof, and not of the object's length
     */
    static OptionalLong of(Copy copy, ObjectInfo opened) {
        CopyRun run = copy.run();
        CopyTask task = copy.task();
        if (opened.length().isPresent()) {
            confirm(run, task, opened, opened.length().getAsLong());
            return opened.length();
        }
        OptionalLong listed = listed(task, opened);
        if (listed.isPresent()) {
            return listed;
        }
        ObjectInfo asked =
                run.source().head(task.source().bucket(), task.source().key());
        if (!opened.etag().isMd5()) {
            return OptionalLong.of(asked.size());
        }
        return isSame(asked.etag(), opened.etag()) ? asked.length() : OptionalLong.empty();
    }

    /** A source as its own headers tell it, and as the listing does where they tell no length. */
    public static ObjectInfo told(CopyTask task, ObjectInfo source) {
        return source.length().isPresent() ? source : source.withLength(listed(task, source));
    }

    /** A reply without a tag proves nothing: where it is of another length than listed, the object's own headers decide. */
    private static void confirm(CopyRun run, CopyTask task, ObjectInfo opened, long length) {
        ObjectEntry listed = task.entry();
        if (opened.etag().isKnown() || listed.maybeManifest() || !tellsSize(listed) || listed.size() == length) {
            return;
        }
        ObjectInfo asked =
                run.source().head(task.source().bucket(), task.source().key());
        if (asked.length().isPresent() && asked.size() != length) {
            throw new TransientStoreException(task.source() + ": the store sends " + length
                    + " bytes and no ETag for an object of " + asked.size() + " bytes");
        }
    }

    /** 0 may be what a listing without sizes seems to tell, unless the tag tells it, too. */
    private static boolean tellsSize(ObjectEntry listed) {
        return listed.size() > 0 || listed.etag().sameContentAs(ETag.OF_NOTHING);
    }

    private static OptionalLong listed(CopyTask task, ObjectInfo source) {
        ObjectEntry listed = task.entry();
        // 0 may be what a listing without sizes seems to tell
        boolean isTold = listed.size() > 0 && !listed.maybeManifest() && isSame(listed.etag(), source.etag());
        return isTold ? OptionalLong.of(listed.size()) : OptionalLong.empty();
    }

    private static boolean isSame(ETag told, ETag opened) {
        return !told.isKnown() || !opened.isKnown() || told.value().equals(opened.value());
    }
}
