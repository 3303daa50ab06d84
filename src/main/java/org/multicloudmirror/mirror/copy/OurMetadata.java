package org.multicloudmirror.mirror.copy;

import java.util.Map;
import java.util.TreeMap;
import org.multicloudmirror.storage.ETag;
import org.multicloudmirror.storage.ObjectInfo;
import org.multicloudmirror.storage.ObjectMetadata;

/**
 * What a copy carries of its source: the ETag and the time of last modification, under names of ours. A copy of the
 * copy carries those of the copy, not a pile.
 */
final class OurMetadata {

    private static final String ETAG = "mirror-source-etag";
    private static final String MODIFIED = "mirror-source-modified";

    private OurMetadata() {}

    /** The metadata of a copy of this source. */
    static ObjectMetadata forCopyOf(ObjectInfo source) {
        Map<String, String> user = new TreeMap<>(source.metadata().user());
        ETag etag = source.etag();
        // quotes tell a tag that is no MD5, which its looks do not
        user.put(ETAG, etag.isMd5() ? etag.value() : "\"" + etag.value() + "\"");
        user.put(MODIFIED, source.lastModified().toString());
        return source.metadata().withUser(user);
    }

    /** The source's tag that a copy carries; {@link ETag#NONE} when it is no copy of ours. */
    static ETag sourceEtag(ObjectInfo copy) {
        String carried = copy.metadata().user().getOrDefault(ETAG, "");
        return carried.startsWith("\"") ? ETag.opaque(carried) : ETag.parse(carried);
    }
}
