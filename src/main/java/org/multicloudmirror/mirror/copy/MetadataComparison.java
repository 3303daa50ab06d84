package org.multicloudmirror.mirror.copy;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.multicloudmirror.storage.ContentHeader;
import org.multicloudmirror.storage.MetadataLimits;
import org.multicloudmirror.storage.ObjectInfo;
import org.multicloudmirror.storage.ObjectMetadata;
import org.multicloudmirror.storage.metadata.RestoredMetadata;

/** Whether a copy has what goes along with its source's bytes. */
public final class MetadataComparison {

    private MetadataComparison() {}

    /**
     * Whether a new copy of this source would get the metadata that this copy has, whatever their form. What we add
     * and the storage class do not count, and neither does what the destination cannot hold.
     *
     * @param source as its own headers tell it
     * @param copy as the destination's headers tell it
     * @param limits what the destination holds
     */
    public static boolean isSame(ObjectInfo source, ObjectInfo copy, MetadataLimits limits) {
        ObjectMetadata wanted = RestoredMetadata.of(
                OurMetadata.forCopyOf(source, List.of(), true, limits).metadata());
        ObjectMetadata present = RestoredMetadata.of(copy.metadata());
        return wanted.user().equals(present.user())
                && (!isTold(source, copy) || wanted.tags().equals(present.tags()))
                && Objects.equals(wanted.deleteAt(), present.deleteAt())
                && wanted.headers().equals(asked(present.headers(), wanted.headers()));
    }

    /** What one side does not tell is not different. */
    private static boolean isTold(ObjectInfo source, ObjectInfo copy) {
        return source.metadata().untold().isEmpty() && copy.metadata().untold().isEmpty();
    }

    /** A server gives a Content-Type to what came without one. */
    private static Map<ContentHeader, String> asked(
            Map<ContentHeader, String> present, Map<ContentHeader, String> wanted) {
        Map<ContentHeader, String> asked = new EnumMap<>(ContentHeader.class);
        asked.putAll(present);
        if (!wanted.containsKey(ContentHeader.CONTENT_TYPE)) {
            asked.remove(ContentHeader.CONTENT_TYPE);
        }
        return asked;
    }
}
