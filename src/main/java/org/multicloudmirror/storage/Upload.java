package org.multicloudmirror.storage;

import java.io.InputStream;

/**
 * What is to be written.
 *
 * @param metadata what goes along with the bytes
 * @param size in bytes, known before the first is sent
 * @param expected the MD5 that the store is to prove before it replaces what it has; a tag that is not an MD5 asks
 *     for no proof
 * @param body exactly {@code size} bytes; the store does not close it
 */
public record Upload(ObjectMetadata metadata, long size, ETag expected, InputStream body) {

    /**
     * The tag that a store answered with, compared with what was to be expected where both are an MD5.
     *
     * @param where the object, for the message
     * @throws CorruptCopyException when they differ
     */
    public ETag proven(ETag written, String where) {
        if (written.isMd5() && expected.isMd5() && !written.sameContentAs(expected)) {
            throw new CorruptCopyException(
                    where + ": the store answers with ETag " + written + ", the bytes sent have " + expected);
        }
        return written;
    }
}
