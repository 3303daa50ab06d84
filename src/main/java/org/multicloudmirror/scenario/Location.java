package org.multicloudmirror.scenario;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One side of a scenario.
 *
 * @param store the name before {@code ://}
 * @param bucket a bucket or container
 * @param prefix empty, or ending at {@code /} so that {@code photos} never matches {@code photos2/}
 */
public record Location(String store, String bucket, String prefix) {

    /** What Swift's own clients, and ours, append to a container's name; and what Swift's S3 door does. */
    private static final Pattern SEGMENTS = Pattern.compile("(.+)[_+]segments");

    @Override
    public String toString() {
        return store + "://" + bucket + (prefix.isEmpty() ? "" : "/" + prefix);
    }

    /** All of the bucket. */
    public Location ofBucket() {
        return new Location(store, bucket, "");
    }

    /** The container whose large objects have their parts in this one, by its name; empty when it is not for parts. */
    public Optional<Location> whole() {
        Matcher name = SEGMENTS.matcher(bucket);
        return name.matches() ? Optional.of(new Location(store, name.group(1), "")) : Optional.empty();
    }

    /** Whether one of the two holds the other, so that a copy would be listed as a source again. */
    boolean overlaps(Location other) {
        return store.equals(other.store)
                && bucket.equals(other.bucket)
                && (prefix.startsWith(other.prefix) || other.prefix.startsWith(prefix));
    }
}
