package org.multicloudmirror.driver.s3;

import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.multicloudmirror.http.HttpReply;
import org.multicloudmirror.storage.ArchivedException;
import org.multicloudmirror.storage.CopyRefusedException;
import org.multicloudmirror.storage.CorruptCopyException;
import org.multicloudmirror.storage.ETag;
import org.multicloudmirror.storage.Keys;
import org.multicloudmirror.storage.NotFoundException;
import org.multicloudmirror.storage.ObjectInfo;
import org.multicloudmirror.storage.ObjectLocation;
import org.multicloudmirror.storage.ObjectMetadata;
import org.multicloudmirror.storage.PartedUpload;
import org.multicloudmirror.storage.SourceChangedException;
import org.multicloudmirror.storage.StoreException;
import org.multicloudmirror.storage.TransientStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Copies on the server, by a service that has shown that it makes them: where nothing lies yet, by the first copy itself;
 * elsewhere by a part of an upload that is given up again, which nobody sees. It is asked once.
 */
final class ProvenCopies {

    private static final Logger LOG = LoggerFactory.getLogger(ProvenCopies.class);

    /** A name that nobody's object has, and no object ever gets. */
    private static final String PROBE = ".multi-cloud-mirror-copy-probe";

    private final S3Dialect dialect;
    private final S3LargeObjects uploads;
    private final IgnoredCopySources sources;
    private final Lock first = new ReentrantLock();

    ProvenCopies(S3Dialect dialect, S3LargeObjects uploads, IgnoredCopySources sources) {
        this.dialect = dialect;
        this.uploads = uploads;
        this.sources = sources;
    }

    /**
     * Has a copy made.
     *
     * @param as what the source is, and the metadata of the copy
     * @param to where the copy goes
     * @param copy sends the request
     * @throws CopyRefusedException when the copy is not made, cannot be relied on, or has come out wrong
     */
    ETag make(ObjectLocation source, ObjectInfo as, ObjectLocation to, Supplier<ETag> copy) {
        if (!sources.areHonoured() && !isOfNothing(as)) {
            first.lock();
            try {
                // of those that waited
                if (!sources.areHonoured()) {
                    return unproven(source, as, to, copy);
                }
            } finally {
                first.unlock();
            }
        }
        return made(copy);
    }

    /** A source without bytes is copied rightly by a PUT of nothing, and proves nothing. */
    private static boolean isOfNothing(ObjectInfo as) {
        return as.etag().sameContentAs(ETag.OF_NOTHING);
    }

    private ETag unproven(ObjectLocation source, ObjectInfo as, ObjectLocation to, Supplier<ETag> copy) {
        if (sources.areDoubtful(to.bucket())) {
            throw new CopyRefusedException(to + ": it is not proven that the store copies by itself", true);
        }
        if (!isMissing(to)) {
            probe(source, as, to);
            return made(copy);
        }
        ETag written;
        try {
            written = copy.get();
        } catch (CorruptCopyException e) {
            remove(to);
            throw refuted(e);
        }
        sources.honoured();
        return written;
    }

    private ETag made(Supplier<ETag> copy) {
        try {
            return copy.get();
        } catch (CorruptCopyException e) {
            throw refuted(e);
        }
    }

    /** What it left is written over. */
    private CopyRefusedException refuted(CorruptCopyException e) {
        sources.ignored();
        return new CopyRefusedException(String.valueOf(e.getMessage()), true);
    }

    /** What something on the way may take for another key may lie there all the same. */
    private boolean isMissing(ObjectLocation to) {
        if (!Keys.isPlain(to.key())) {
            return false;
        }
        try (HttpReply reply = dialect.send("HEAD", to.bucket(), to.key(), Map.of(), null)) {
            return reply.status() == 404;
        }
    }

    private void remove(ObjectLocation to) {
        try (HttpReply reply = dialect.send("DELETE", to.bucket(), to.key(), Map.of(), null)) {
            if (!reply.isSuccess() && reply.status() != 404) {
                LOG.warn("{}: a broken copy that was made there could not be removed: {}", to, reply.status());
            }
        } catch (StoreException e) {
            LOG.warn("{}: a broken copy that was made there could not be removed: {}", to, e.getMessage());
        }
    }

    /** Learns whether the store copies by a part that never becomes an object. */
    private void probe(ObjectLocation source, ObjectInfo as, ObjectLocation to) {
        ETag copied;
        try {
            PartedUpload upload = uploads.begin(to.bucket(), probeBeside(to.key()), ObjectMetadata.EMPTY, false);
            try {
                copied = uploads.copyWhole(upload, source, as.etag());
            } finally {
                discard(upload);
            }
        } catch (StoreException e) {
            throw refusal(e, to);
        }
        if (copied.sameContentAs(as.etag())) {
            sources.honoured();
        } else if (copied.isMd5()) {
            sources.ignored();
            throw new CopyRefusedException(
                    to + ": a part copied from " + source + " has ETag " + copied + ", not " + as.etag(), true);
        } else {
            sources.unproven(to.bucket());
            throw new CopyRefusedException(to + ": the ETag \"" + copied + "\" of a copied part proves nothing", true);
        }
    }

    /** Not the key itself: there are services that remove an object with an upload of its key that is given up. */
    private static String probeBeside(String key) {
        return key.substring(0, key.lastIndexOf('/') + 1) + PROBE;
    }

    /** What fails for this object alone fails in the way that the copy itself would. */
    private StoreException refusal(StoreException e, ObjectLocation to) {
        if (e instanceof ArchivedException) {
            return e;
        }
        if (e instanceof SourceChangedException) {
            return new TransientStoreException(to + ": its source changed while it was copied");
        }
        boolean isOfTheStore = !e.isTransient() && !(e instanceof NotFoundException);
        if (isOfTheStore) {
            sources.unproven(to.bucket());
        }
        return new CopyRefusedException("that the store copies is not proven: " + e.getMessage(), isOfTheStore);
    }

    private void discard(PartedUpload upload) {
        try {
            uploads.discard(upload);
        } catch (StoreException e) {
            LOG.debug("the upload of a probe stays", e);
        }
    }
}
