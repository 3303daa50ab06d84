package org.multicloudmirror.browse;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.OptionalLong;
import org.multicloudmirror.storage.BucketMissingException;
import org.multicloudmirror.storage.CorruptCopyException;
import org.multicloudmirror.storage.ETag;
import org.multicloudmirror.storage.LeaseKeys;
import org.multicloudmirror.storage.Md5;
import org.multicloudmirror.storage.ObjectContent;
import org.multicloudmirror.storage.ObjectGoneException;
import org.multicloudmirror.storage.ObjectLocation;
import org.multicloudmirror.storage.TransientStoreException;

/** The bytes of one object as they are stored, compared with its length and its MD5 where those are known. */
public final class ObjectBytes {

    private static final int BUFFER = 1 << 16;

    private ObjectBytes() {}

    /**
     * Writes them all.
     *
     * @throws IOException when they cannot be written
     * @throws TransientStoreException when they end early
     * @throws CorruptCopyException when they are not what the ETag says
     * @throws ObjectGoneException when there is no such object
     * @throws BucketMissingException when there is no such bucket
     */
    public static void write(Place place, OutputStream out) throws IOException {
        try (ObjectContent content = open(place)) {
            Md5 md5 = new Md5();
            OptionalLong length = content.info().length();
            ETag etag = content.info().etag();
            byte[] buffer = new byte[BUFFER];
            long passed = 0;
            for (int read = read(content.body(), buffer, place, passed);
                    read >= 0;
                    read = read(content.body(), buffer, place, passed)) {
                out.write(buffer, 0, read);
                md5.update(buffer, 0, read);
                passed += read;
            }
            if (length.orElse(passed) != passed) {
                throw new TransientStoreException(
                        place + ": it ended after " + passed + " of " + length.getAsLong() + " bytes");
            }
            ETag written = md5.tag();
            if (etag.isMd5() && !written.sameContentAs(etag)) {
                throw new CorruptCopyException(
                        place + ": the bytes read have MD5 " + written + ", its ETag says " + etag);
            }
        }
    }

    /** A store answers the same to both of what may be missing. */
    private static ObjectContent open(Place place) {
        if (LeaseKeys.isOne(place.path())) {
            throw missing(new ObjectLocation(place.name(), place.bucket(), place.path()), place);
        }
        try {
            return place.store().get(place.bucket(), place.path());
        } catch (ObjectGoneException e) {
            if (!place.store().bucketExists(place.bucket())) {
                throw new BucketMissingException(
                        "the bucket " + place.name() + "://" + place.bucket() + " does not exist");
            }
            throw missing(e.where(), place);
        }
    }

    private static ObjectGoneException missing(ObjectLocation where, Place place) {
        return new ObjectGoneException(where, "there is no object " + place);
    }

    private static int read(InputStream body, byte[] buffer, Place place, long passed) {
        try {
            return body.read(buffer);
        } catch (IOException e) {
            throw new TransientStoreException(
                    place + ": it broke off after " + passed + " bytes: " + e.getMessage(), e);
        }
    }
}
