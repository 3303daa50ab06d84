package org.multicloudmirror.mirror.options;

/**
 * Whether the destination's objects that the source has not are deleted, and what keeps them.
 *
 * @param isWanted whether they are deleted at all
 * @param limit more than that are not deleted, not even in part
 * @param minEqual how many objects must be equal already: fewer look like two buckets that have nothing to do with each
 *     other
 * @param allowsEmptySource whether a source that lists nothing empties the destination
 */
public record Deletion(boolean isWanted, DeleteLimit limit, long minEqual, boolean allowsEmptySource) {

    /** Nothing is deleted. */
    public static final Deletion NONE = new Deletion(false, new DeleteLimit.Count(0), 0, false);
}
