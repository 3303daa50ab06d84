package org.multicloudmirror.storage;

import java.time.Instant;

/**
 * One object as its own response headers tell it.
 *
 * @param size in bytes
 * @param etag opaque when the headers say that the object is encrypted or assembled, whatever it looks like
 * @param lastModified when the store last wrote it, to the second
 * @param metadata what goes along with the bytes
 */
public record ObjectInfo(long size, ETag etag, Instant lastModified, ObjectMetadata metadata) {}
