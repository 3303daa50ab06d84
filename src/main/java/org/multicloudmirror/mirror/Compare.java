package org.multicloudmirror.mirror;

/** By what two objects of one key are told equal. What it costs is counted in requests beyond the listings. */
public enum Compare {
    /** Size and ETag, as listed; one HEAD of the destination where these cannot decide. */
    ETAG,
    /** Size alone: no request. What is rewritten in its old size goes unnoticed. */
    SIZE,
    /** Size, and a destination that is not older than the source: no request. */
    MODIFIED,
    /** As {@link #ETAG}, and what goes along with the bytes: a HEAD of either side for each object. */
    METADATA,
    /** The bytes: either side is read whole. */
    CONTENT
}
