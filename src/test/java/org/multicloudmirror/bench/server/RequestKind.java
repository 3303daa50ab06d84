package org.multicloudmirror.bench.server;

import java.util.Locale;

/** What a request is for, as it is counted. */
public enum RequestKind {
    /** A token. */
    LOGIN,
    /** A page of a listing. */
    LIST,
    /** An object's headers. */
    HEAD,
    /** An object's bytes, or a range of them. */
    GET,
    /** An object in one piece. */
    PUT,
    /** A part, or a segment. */
    PART,
    /** Uploads that begin and end, manifests. */
    LARGE,
    /** Buckets and the service's limits. */
    BUCKET;

    /** As a column's head. */
    public String shown() {
        return name().toLowerCase(Locale.ROOT);
    }
}
