package org.multicloudmirror.mirror.list;

import org.jspecify.annotations.Nullable;
import org.multicloudmirror.mirror.Decision;
import org.multicloudmirror.storage.ObjectEntry;

/**
 * What two listing entries of one key say. Pure; the first row that fits decides:
 *
 * <table>
 * <caption>source entry against destination entry</caption>
 * <tr><th>destination</th><th>then</th></tr>
 * <tr><td>equal sizes, both ETags an MD5 and the same; neither may be a manifest changed since</td><td>EQUAL</td></tr>
 * <tr><td>anything else, source over the size limit</td><td>SKIP_TOO_LARGE</td></tr>
 * <tr><td>no entry</td><td>COPY_MISSING</td></tr>
 * <tr><td>another size, the source's size certain</td><td>COPY_SIZE</td></tr>
 * <tr><td>another size, the source possibly a manifest that lists as 0 bytes</td><td>INSPECT</td></tr>
 * <tr><td>equal sizes, ETags that differ or prove nothing</td><td>INSPECT</td></tr>
 * </table>
 */
public final class CopyDecider {

    private final long maxSize;

    /**
     * @param maxSize the largest object that is copied, in bytes
     */
    public CopyDecider(long maxSize) {
        this.maxSize = maxSize;
    }

    /**
     * The decision on one key.
     *
     * @param destination the destination's entry of the same key, or null when it has none
     */
    public Decision decide(ObjectEntry source, @Nullable ObjectEntry destination) {
        if (destination != null && isEqual(source, destination)) {
            return Decision.EQUAL;
        }
        if (source.size() > maxSize) {
            return Decision.SKIP_TOO_LARGE;
        }
        if (destination == null) {
            return Decision.COPY_MISSING;
        }
        return source.size() != destination.size() && !source.maybeManifest() ? Decision.COPY_SIZE : Decision.INSPECT;
    }

    /**
     * An empty object that became a manifest of segments still lists as empty. It was written after its empty copy,
     * which is the one sign of it that a listing gives.
     */
    private static boolean isEqual(ObjectEntry source, ObjectEntry destination) {
        return source.size() == destination.size()
                && source.etag().sameContentAs(destination.etag())
                && !(source.maybeManifest() && source.lastModified().isAfter(destination.lastModified()));
    }
}
