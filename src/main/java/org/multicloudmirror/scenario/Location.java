package org.multicloudmirror.scenario;

/**
 * One side of a scenario.
 *
 * @param store the name before {@code ://}
 * @param bucket a bucket or container
 * @param prefix empty, or ending at {@code /} so that {@code photos} never matches {@code photos2/}
 */
public record Location(String store, String bucket, String prefix) {

    @Override
    public String toString() {
        return store + "://" + bucket + (prefix.isEmpty() ? "" : "/" + prefix);
    }

    /** Whether one of the two holds the other, so that a copy would be listed as a source again. */
    boolean overlaps(Location other) {
        return store.equals(other.store)
                && bucket.equals(other.bucket)
                && (prefix.startsWith(other.prefix) || other.prefix.startsWith(prefix));
    }
}
