package org.multicloudmirror.driver;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.multicloudmirror.driver.quirk.Refusal;
import org.multicloudmirror.http.HttpBody;
import org.multicloudmirror.http.HttpReply;
import org.multicloudmirror.http.PercentEncoding;
import org.multicloudmirror.storage.ArchivedException;
import org.multicloudmirror.storage.BucketMissingException;
import org.multicloudmirror.storage.CopyRefusedException;
import org.multicloudmirror.storage.CorruptCopyException;
import org.multicloudmirror.storage.ETag;
import org.multicloudmirror.storage.NotFoundException;
import org.multicloudmirror.storage.ObjectInfo;
import org.multicloudmirror.storage.ObjectLocation;
import org.multicloudmirror.storage.SourceChangedException;
import org.multicloudmirror.storage.StoreException;
import org.multicloudmirror.storage.TransientStoreException;

/** One object that a server copies by itself: a PUT that names the source instead of bringing a body. */
public final class ServerCopy {

    private static final int PRECONDITION_FAILED = 412;

    /** Not allowed, or not known: so it will be for the next object. */
    private static final Set<Integer> LASTING = Set.of(401, 403, 405, 501);

    private final Dialect dialect;
    private final String where;

    /**
     * @param where the destination, for messages
     */
    ServerCopy(Dialect dialect, String where) {
        this.dialect = dialect;
        this.where = where;
    }

    /** How a request names the object that is to be copied: bucket and key, percent-encoded. */
    public static String path(ObjectLocation source) {
        return PercentEncoding.path(source.bucket()) + "/" + PercentEncoding.path(source.key());
    }

    ETag make(Map<String, String> headers, ObjectInfo as, String bucket, String key) throws IOException {
        try (HttpReply reply = dialect.send("PUT", bucket, key, headers, HttpBody.NOTHING)) {
            if (!reply.isSuccess()) {
                if (dialect.quirks()
                        .explain(new Refusal(bucket, key, reply.status(), reply.errorText(), as.metadata()))) {
                    throw new CopyRefusedException(where + ": the server refuses its metadata", false);
                }
                throw refusal(reply.status(), dialect.error(reply, where));
            }
            ETag written = dialect.copied(reply, where);
            reply.drain();
            dialect.quirks().accepted(bucket, key, as.metadata());
            return proven(written.isMd5() ? written : held(bucket, key), as.etag());
        }
    }

    /** The answer may lack the tag that the copy has. */
    private ETag held(String bucket, String key) {
        try (HttpReply reply = dialect.send("HEAD", bucket, key, Map.of(), null)) {
            if (!reply.isSuccess()) {
                throw new CopyRefusedException(
                        where + ": the store says that it is copied, and answers " + reply.status()
                                + " when it is asked for it",
                        false);
            }
            return dialect.headers(reply).etag();
        }
    }

    /**
     * Why a server did not copy a part.
     *
     * @param error what its answer means
     */
    public static StoreException partRefusal(int status, StoreException error, ObjectLocation source) {
        if (status == PRECONDITION_FAILED) {
            return new SourceChangedException(source.toString());
        }
        if (error instanceof CorruptCopyException) {
            return new CopyRefusedException(String.valueOf(error.getMessage()), true);
        }
        return error.isTransient() || error instanceof NotFoundException
                ? error
                : new CopyRefusedException(String.valueOf(error.getMessage()), LASTING.contains(status));
    }

    private StoreException refusal(int status, StoreException error) {
        if (status == PRECONDITION_FAILED) {
            return new TransientStoreException(where + ": its source changed while it was copied");
        }
        // the bytes of a copy are right, or none: they are those of a request without a body
        if (error instanceof CorruptCopyException) {
            return new CopyRefusedException(String.valueOf(error.getMessage()), true);
        }
        if (error.isTransient() || error instanceof ArchivedException) {
            return error;
        }
        boolean lasting = LASTING.contains(status) || error instanceof BucketMissingException;
        return new CopyRefusedException(String.valueOf(error.getMessage()), lasting);
    }

    private ETag proven(ETag written, ETag expected) {
        if (!written.isMd5()) {
            throw new CopyRefusedException(where + ": the copy's ETag \"" + written + "\" proves nothing", true);
        }
        if (!written.sameContentAs(expected)) {
            throw new CorruptCopyException(where + ": the copy has ETag " + written + ", its source " + expected);
        }
        return written;
    }
}
