package org.multicloudmirror.mirror.copy;

/** What a closer look at both sides of one key says of the destination's object. */
enum Finding {
    /** It is not there. */
    MISSING,
    /** It holds this content, and what goes along with it where that was asked. */
    SAME,
    /** It holds this content with other metadata. */
    OTHER_METADATA,
    /** It holds other content. */
    DIFFERENT,
    /** Neither side tells. */
    UNKNOWN
}
