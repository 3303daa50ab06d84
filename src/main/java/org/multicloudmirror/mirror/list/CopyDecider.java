package org.multicloudmirror.mirror.list;

import org.jspecify.annotations.Nullable;
import org.multicloudmirror.mirror.options.Compare;
import org.multicloudmirror.mirror.task.Decision;
import org.multicloudmirror.storage.ObjectEntry;

/**
 * What two listing entries of one key say. Pure; the first row that fits decides. <i>Settled</i> sizes are those that a
 * listing cannot be wrong about: a source that may be a manifest of segments lists as 0 bytes, before its segments were
 * there and after; it counts as settled while its copy was written after it.
 *
 * <table>
 * <caption>source entry against destination entry, for each {@code --compare}</caption>
 * <tr><th>the entries</th>
 *     <th>etag</th><th>size</th><th>modified</th><th>metadata</th><th>content</th></tr>
 * <tr><td>no destination, source over the size limit</td>
 *     <td colspan="5">SKIP_TOO_LARGE</td></tr>
 * <tr><td>no destination</td>
 *     <td colspan="5">COPY_MISSING</td></tr>
 * <tr><td>equal settled sizes, the same MD5 or the same tag of the same parts, destination not older</td>
 *     <td>EQUAL</td><td>EQUAL</td><td>EQUAL</td><td>INSPECT_METADATA</td><td>INSPECT_CONTENT</td></tr>
 * <tr><td>equal settled sizes, the same MD5 or the same tag of the same parts, destination older</td>
 *     <td>EQUAL</td><td>EQUAL</td><td>COPY_OLDER</td><td>INSPECT_METADATA</td><td>INSPECT_CONTENT</td></tr>
 * <tr><td>equal settled sizes, ETags that differ or prove nothing, destination not older</td>
 *     <td>INSPECT</td><td>EQUAL</td><td>EQUAL</td><td>INSPECT</td><td>INSPECT_CONTENT</td></tr>
 * <tr><td>equal settled sizes, ETags that differ or prove nothing, destination older</td>
 *     <td>INSPECT</td><td>EQUAL</td><td>COPY_OLDER</td><td>INSPECT</td><td>INSPECT_CONTENT</td></tr>
 * <tr><td>source possibly a manifest, its size not settled</td>
 *     <td>INSPECT</td><td>INSPECT</td><td>INSPECT</td><td>INSPECT</td><td>INSPECT_CONTENT</td></tr>
 * <tr><td>destination listed without a size, the same MD5</td>
 *     <td>EQUAL</td><td>INSPECT</td><td>INSPECT</td><td>INSPECT_METADATA</td><td>INSPECT_CONTENT</td></tr>
 * <tr><td>destination listed without a size, or with that of its manifest (Ceph), any other ETags</td>
 *     <td>INSPECT</td><td>INSPECT</td><td>INSPECT</td><td>INSPECT</td><td>INSPECT_CONTENT</td></tr>
 * <tr><td>another size</td>
 *     <td colspan="5">COPY_SIZE</td></tr>
 * <tr><td>whatever would be copied or inspected, source over the size limit</td>
 *     <td colspan="5">SKIP_TOO_LARGE</td></tr>
 * </table>
 *
 * <p>What a filter leaves out ({@link org.multicloudmirror.mirror.options.Selection}) does not come here.
 *
 * <p>A folder marker is an object like any other: its key ends in a slash, and nothing is made of that.
 */
public final class CopyDecider {

    private final Compare compare;
    private final long maxSize;

    /**
     * @param compare what tells objects equal
     * @param maxSize the largest object that is copied, in bytes
     */
    public CopyDecider(Compare compare, long maxSize) {
        this.compare = compare;
        this.maxSize = maxSize;
    }

    /**
     * The decision on one key.
     *
     * @param destination the destination's entry of the same key, or null when it has none
     */
    public Decision decide(ObjectEntry source, @Nullable ObjectEntry destination) {
        Decision decision = destination == null ? Decision.COPY_MISSING : compared(source, destination);
        return decision.isQueued() && source.size() > maxSize ? Decision.SKIP_TOO_LARGE : decision;
    }

    private Decision compared(ObjectEntry source, ObjectEntry destination) {
        // a source whose listing tells no size is looked at as one that may be a manifest
        boolean isUntold = destination.isSizeUntold() && !source.maybeManifest();
        boolean isOfManifest = destination.maybeManifest() && destination.size() > 0;
        if (source.size() != destination.size() && !source.maybeManifest() && !isUntold && !isOfManifest) {
            return Decision.COPY_SIZE;
        }
        boolean mayHaveGrown =
                source.maybeManifest() && destination.lastModified().isBefore(source.lastModified());
        boolean isSettled = source.size() == destination.size() && !mayHaveGrown && !isUntold;
        // one MD5 tells one size, too
        boolean isSame = (isSettled && source.etag().tellsSameAs(destination.etag()))
                || (isUntold && source.etag().sameContentAs(destination.etag()));
        return switch (compare) {
            case ETAG -> isSame ? Decision.EQUAL : Decision.INSPECT;
            case SIZE -> isSettled ? Decision.EQUAL : Decision.INSPECT;
            case MODIFIED ->
                isSettled ? (isOlder(source, destination) ? Decision.COPY_OLDER : Decision.EQUAL) : Decision.INSPECT;
            case METADATA -> isSame ? Decision.INSPECT_METADATA : Decision.INSPECT;
            case CONTENT -> Decision.INSPECT_CONTENT;
        };
    }

    private static boolean isOlder(ObjectEntry source, ObjectEntry destination) {
        return Compare.isOlder(destination.lastModified(), source.lastModified());
    }
}
