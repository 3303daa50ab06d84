package org.multicloudmirror.mirror.options;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

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
    CONTENT;

    /** Whether objects that both listings have with one size and one MD5 are equal, whatever else there is to them. */
    public boolean trustsListedMd5() {
        return switch (this) {
            case ETAG, SIZE -> true;
            case MODIFIED, METADATA, CONTENT -> false;
        };
    }

    /**
     * Whether a copy was written before its source. HTTP has no fractions of a second (RFC 9110, section 5.6.7), and some
     * services round up in their listings too, so the copy's time is rounded up.
     */
    public static boolean isOlder(Instant copy, Instant source) {
        return copy.plusNanos(999_999_999).truncatedTo(ChronoUnit.SECONDS).isBefore(source);
    }
}
