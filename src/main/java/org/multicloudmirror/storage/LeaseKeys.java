package org.multicloudmirror.storage;

/** The keys of leases, which are no user's objects: no listing of ours names them. */
public final class LeaseKeys {

    /** What each of them begins with, from the beginning of its bucket. */
    public static final String PREFIX = ".multi-cloud-mirror-lease/";

    /** What all of them come before, and what no other key comes before that they do. */
    static final String BEHIND = ".multi-cloud-mirror-lease0";

    private LeaseKeys() {}

    /** Whether a whole key is a lease's. */
    public static boolean isOne(String key) {
        return key.startsWith(PREFIX);
    }
}
