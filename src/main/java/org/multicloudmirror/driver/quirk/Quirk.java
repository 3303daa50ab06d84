package org.multicloudmirror.driver.quirk;

import java.util.Optional;
import org.multicloudmirror.http.HttpReply;
import org.multicloudmirror.storage.MetadataLimits;
import org.multicloudmirror.storage.ObjectMetadata;
import org.multicloudmirror.storage.PartLimits;

/**
 * One way in which services differ: it learns from answers whether a store has it, and changes what is sent where it
 * does. Each hook returns what it was given unless the quirk has something to say. Safe for use by many threads.
 */
public interface Quirk {

    /**
     * Whether a request failed for the place or the time that it was sent to or at, so that it is worth sending again.
     *
     * @return what was wrong and is right now, as a message for the user; empty when this quirk does not explain it
     */
    default Optional<String> corrects(Attempt attempt, HttpReply reply) {
        return Optional.empty();
    }

    /** Whether a write was refused for its metadata, which go in another form from now on. */
    default boolean explains(Refusal refusal) {
        return false;
    }

    /** A write with these metadata has succeeded. */
    default void accepted(String bucket, String key, ObjectMetadata sent) {}

    /** What the store holds of an object's metadata, where that is less. */
    default MetadataLimits narrow(MetadataLimits limits, String bucket, String key) {
        return limits;
    }

    /** Which parts the store takes in a bucket, where those are other ones. */
    default PartLimits narrow(PartLimits limits, String bucket) {
        return limits;
    }
}
