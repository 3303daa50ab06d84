package org.multicloudmirror.mirror.copy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.multicloudmirror.storage.ETag;
import org.multicloudmirror.storage.MetadataLimits;
import org.multicloudmirror.storage.ObjectInfo;
import org.multicloudmirror.storage.metadata.FittedMetadata;
import org.multicloudmirror.storage.metadata.OurNames;
import org.multicloudmirror.storage.metadata.RestoredMetadata;

/**
 * What a copy carries of its source: the ETag and the time of last modification, under names of ours. A copy of the
 * copy carries those of the copy, not a pile.
 */
final class OurMetadata {

    private OurMetadata() {}

    /**
     * The metadata of a copy of this source.
     *
     * @param limits what the destination holds
     */
    static FittedMetadata forCopyOf(ObjectInfo source, MetadataLimits limits) {
        ETag etag = source.etag();
        // quotes tell a tag that is no MD5, which its looks do not
        String carried = etag.isMd5() ? etag.value() : "\"" + etag.value() + "\"";
        List<Map.Entry<String, String>> added = List.of(
                Map.entry(OurNames.SOURCE_ETAG, carried),
                Map.entry(OurNames.SOURCE_MODIFIED, source.lastModified().toString()));
        return FittedMetadata.of(RestoredMetadata.of(source.metadata()), added, limits, Instant.now());
    }

    /** The source's tag that a copy carries; {@link ETag#NONE} when it is no copy of ours. */
    static ETag sourceEtag(ObjectInfo copy) {
        String carried = copy.metadata().user().getOrDefault(OurNames.SOURCE_ETAG, "");
        return carried.startsWith("\"") ? ETag.opaque(carried) : ETag.parse(carried);
    }
}
