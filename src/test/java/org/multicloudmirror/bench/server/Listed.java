package org.multicloudmirror.bench.server;

import org.jspecify.annotations.Nullable;

/**
 * One line of a listing.
 *
 * @param object null for a prefix that stands for all keys that begin with it
 */
record Listed(String key, @Nullable StoredObject object) {

    /** Whether both are the same bytes under the same key. */
    boolean sameAs(Listed other) {
        return key.equals(other.key) && object != null && other.object != null && object.sameBytesAs(other.object);
    }
}
