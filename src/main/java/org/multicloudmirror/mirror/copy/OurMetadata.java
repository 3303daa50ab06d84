package org.multicloudmirror.mirror.copy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.multicloudmirror.storage.ETag;
import org.multicloudmirror.storage.MetadataLimits;
import org.multicloudmirror.storage.ObjectInfo;
import org.multicloudmirror.storage.PartLayout;
import org.multicloudmirror.storage.metadata.FittedMetadata;
import org.multicloudmirror.storage.metadata.OurNames;
import org.multicloudmirror.storage.metadata.RestoredMetadata;

/**
 * What a copy carries of its source: the ETag, the time of last modification, and the sizes of its parts where the copy
 * has others, under names of ours. A copy of the copy carries those of the copy, not a pile.
 */
public final class OurMetadata {

    private static final int LONGEST_SIZES = 256;

    private OurMetadata() {}

    /**
     * The metadata of a copy of this source. Where the copy's tag is the source's, it need not carry it, and metadata
     * that the destination just holds stay as they are instead.
     *
     * @param parts the sizes of the source's parts, in bytes, where the copy has others: with them the source's tag can be
     *     made of the copy's bytes; else none, and of more than 256 characters none, too
     * @param keepsTag whether the copy's tag will be the source's
     * @param limits what the destination holds
     */
    static FittedMetadata forCopyOf(ObjectInfo source, List<Long> parts, boolean keepsTag, MetadataLimits limits) {
        ETag etag = source.etag();
        // quotes tell a tag that is no MD5, which its looks do not
        String carried = etag.isMd5() ? etag.value() : "\"" + etag.value() + "\"";
        List<Map.Entry<String, String>> added = new ArrayList<>();
        added.add(Map.entry(OurNames.SOURCE_ETAG, carried));
        added.add(Map.entry(OurNames.SOURCE_MODIFIED, source.lastModified().toString()));
        String sizes = PartLayout.text(parts);
        // parts of many sizes make a text that Swift does not hold
        if (!sizes.isEmpty() && sizes.length() <= LONGEST_SIZES) {
            added.add(Map.entry(OurNames.SOURCE_PARTS, sizes));
        }
        return FittedMetadata.of(RestoredMetadata.of(source.metadata()), added, keepsTag, limits, Instant.now());
    }

    /** The sizes of the parts that the source of a copy of ours had; none when they are not told. */
    public static List<Long> sourceParts(ObjectInfo copy) {
        return PartLayout.sizes(copy.metadata().user().getOrDefault(OurNames.SOURCE_PARTS, ""));
    }

    /** The source's tag that a copy carries; {@link ETag#NONE} when it is no copy of ours. */
    public static ETag sourceEtag(ObjectInfo copy) {
        String carried = copy.metadata().user().getOrDefault(OurNames.SOURCE_ETAG, "");
        return carried.startsWith("\"") ? ETag.opaque(carried) : ETag.parse(carried);
    }
}
