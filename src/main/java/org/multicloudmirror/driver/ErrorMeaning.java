package org.multicloudmirror.driver;

/** What a failed request means for the next one. */
enum ErrorMeaning {
    /** Not allowed, for this object at least. */
    DENIED,
    /** No room left. */
    FULL,
    /** Too many requests. */
    THROTTLED,
    /** It may succeed a little later. */
    TRANSIENT,
    /** It fails again as it is. */
    REJECTED,
    /** The bytes arrived as others. */
    CORRUPT,
    /** The object is in an archive. */
    ARCHIVED,
    /** The bucket or container is not there. */
    NO_BUCKET,
    /** The upload in parts is not there. */
    NO_UPLOAD,
    /** Something is not there: the object, or what it needs. */
    NOT_FOUND
}
