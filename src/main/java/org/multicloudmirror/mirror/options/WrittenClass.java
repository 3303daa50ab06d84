package org.multicloudmirror.mirror.options;

import java.util.Objects;
import org.multicloudmirror.storage.ObjectMetadata;

/**
 * The storage class of what a run writes to S3.
 *
 * @param name {@code source} for that of the source; empty for what is set for all runs
 */
public record WrittenClass(String name) {

    /** The one that is set for all runs. */
    public static final WrittenClass USUAL = new WrittenClass("");

    private static final String OF_SOURCE = "source";

    /** The metadata of a source as they are written. */
    public ObjectMetadata of(ObjectMetadata metadata) {
        return switch (name) {
            case "" -> metadata;
            case OF_SOURCE -> metadata.inClass(Objects.requireNonNullElse(metadata.storageClass(), ""));
            default -> metadata.inClass(name);
        };
    }
}
