package org.multicloudmirror.storage;

import java.time.Instant;
import java.util.OptionalLong;

/**
 * One object as its own response headers tell it.
 *
 * @param length in bytes; empty where the store does not tell it
 * @param etag opaque when the headers say that the object is encrypted or assembled, whatever it looks like
 * @param lastModified when the store last wrote it, to the second
 * @param metadata what goes along with the bytes
 */
public record ObjectInfo(OptionalLong length, ETag etag, Instant lastModified, ObjectMetadata metadata) {

    /** One whose size is told, in bytes. */
    public ObjectInfo(long size, ETag etag, Instant lastModified, ObjectMetadata metadata) {
        this(OptionalLong.of(size), etag, lastModified, metadata);
    }

    /**
     * The size in bytes, for who cannot do without.
     *
     * @throws RejectedException when the store does not tell it
     */
    public long size() {
        return length.orElseThrow(() -> new RejectedException("the store does not tell the object's size"));
    }

    /** Whether both sizes are told, and differ. */
    public boolean isOtherSizeThan(ObjectInfo other) {
        return length.isPresent() && other.length.isPresent() && length.getAsLong() != other.length.getAsLong();
    }

    /** The same with a length that was told elsewhere. */
    public ObjectInfo withLength(OptionalLong told) {
        return new ObjectInfo(told, etag, lastModified, metadata);
    }

    /** The same with other metadata. */
    public ObjectInfo withMetadata(ObjectMetadata other) {
        return new ObjectInfo(length, etag, lastModified, other);
    }
}
