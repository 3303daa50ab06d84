package org.multicloudmirror.mirror.options;

/**
 * Where what is overwritten or deleted is kept, in its own bucket.
 *
 * @param prefix what comes before its key there, ending in a slash; empty when nothing is kept
 */
public record BackupPlace(String prefix) {

    /** Nothing is kept. */
    public static final BackupPlace NONE = new BackupPlace("");

    /** Whether anything is kept. */
    public boolean isWanted() {
        return !prefix.isEmpty();
    }

    /**
     * Whether an object lies there: it is no one's business then.
     *
     * @param key its whole key
     * @param relative the same without the scenario's prefix
     */
    public boolean has(String key, String relative) {
        return isWanted() && (key.startsWith(prefix) || relative.startsWith(prefix));
    }
}
