package org.multicloudmirror.mirror.copy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.OptionalLong;
import org.multicloudmirror.mirror.work.Copy;
import org.multicloudmirror.storage.ETag;
import org.multicloudmirror.storage.ObjectContent;
import org.multicloudmirror.storage.ObjectInfo;
import org.multicloudmirror.storage.ObjectLocation;
import org.multicloudmirror.storage.ObjectStore;

/**
 * What was read of an object.
 *
 * @param size in bytes
 * @param md5 of its bytes
 * @param etag that its store gives it
 */
record ContentDigest(long size, ETag md5, ETag etag) {

    /**
     * Reads an object to its end, in constant memory.
     *
     * @throws org.multicloudmirror.storage.ObjectGoneException when it is not there
     * @throws org.multicloudmirror.storage.CorruptCopyException when its bytes are not what its ETag says
     */
    static ContentDigest of(ObjectStore store, ObjectLocation where, Copy copy) {
        try (ObjectContent content = store.get(where.bucket(), where.key());
                ProvenStream body = new ProvenStream(
                        content.body(),
                        where.toString(),
                        length(store, where, content.info()),
                        content.info().etag(),
                        copy.run(),
                        bytes -> passed(copy, bytes))) {
            long size = body.transferTo(OutputStream.nullOutputStream());
            return new ContentDigest(size, body.md5(), content.info().etag());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Both sides are read: a byte of either is half of the way. */
    private static void passed(Copy copy, long bytes) {
        copy.pass(bytes / 2);
        copy.run().addBytes(bytes - bytes / 2);
    }

    /** As announced, or as a HEAD tells it. */
    private static OptionalLong length(ObjectStore store, ObjectLocation where, ObjectInfo opened) {
        return opened.length().isPresent()
                ? opened.length()
                : store.head(where.bucket(), where.key()).length();
    }

    boolean isSame(ContentDigest other) {
        return size == other.size && md5.sameContentAs(other.md5);
    }
}
