package org.multicloudmirror.mirror.copy;

import org.multicloudmirror.storage.ObjectInfo;

/** Whether a copy has what goes along with its source's bytes. */
public final class MetadataComparison {

    private MetadataComparison() {}

    /**
     * Whether a new copy of this source would get the metadata that this copy has.
     *
     * @param source as its own headers tell it
     * @param copy as the destination's headers tell it
     */
    public static boolean isSame(ObjectInfo source, ObjectInfo copy) {
        return OurMetadata.forCopyOf(source).equals(copy.metadata());
    }
}
