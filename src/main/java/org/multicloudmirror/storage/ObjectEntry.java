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
 */
public record ObjectEntry(String key, long size, ETag etag, Instant lastModified, boolean maybeManifest) {

    private static final ETag NOTHING = new Md5().tag();

    /** Whether the listing says nothing of the size: not even that it is 0. */
    public boolean isSizeUntold() {
        return maybeManifest && size == 0 && !etag.equals(NOTHING);
    }
}
