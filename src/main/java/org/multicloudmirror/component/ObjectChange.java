package org.multicloudmirror.component;

import org.multicloudmirror.storage.ObjectEntry;

/**
 * One key that {@code objectstore:changes} found changed.
 *
 * @param entry as it is listed now; of one that is removed, as it was
 */
public record ObjectChange(Kind kind, ObjectEntry entry) {

    /** What has become of a key. */
    public enum Kind {
        ADDED,
        CHANGED,
        REMOVED
    }

    /** The whole key. */
    public String key() {
        return entry.key();
    }
}
