package org.multicloudmirror.storage;

import java.time.Instant;

/**
 * One object as a listing names it.
 *
 * @param key the whole key, byte-exact when encoded as UTF-8
 * @param size in bytes; 0 where the listing tells none
 * @param etag the tag of the listing
 * @param lastModified when the store last wrote it
 * @param maybeManifest whether the listing may not tell its true size: a Swift dynamic large object lists as 0 bytes
 *     with the MD5 of nothing, and some services list no sizes
 * @param maybeArchived whether it is of a class that is read only after it was restored; whether it was, no listing tells
 */
public record ObjectEntry(
        String key, long size, ETag etag, Instant lastModified, boolean maybeManifest, boolean maybeArchived) {

    /** One that is in no archive. */
    public ObjectEntry(String key, long size, ETag etag, Instant lastModified, boolean maybeManifest) {
        this(key, size, etag, lastModified, maybeManifest, false);
    }

    /** The same under another key. */
    public ObjectEntry withKey(String other) {
        return new ObjectEntry(other, size, etag, lastModified, maybeManifest, maybeArchived);
    }

    /** Whether the listing says nothing of the size: not even that it is 0. */
    public boolean isSizeUntold() {
        return maybeManifest && size == 0 && !etag.equals(ETag.OF_NOTHING);
    }
}
