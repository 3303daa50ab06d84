package org.multicloudmirror.browse;

import org.multicloudmirror.storage.Keys;
import org.multicloudmirror.storage.ObjectStore;

/**
 * What is looked at.
 *
 * @param name the store's, before {@code ://}
 * @param path below the bucket; empty for all of it
 */
public record Place(ObjectStore store, String name, String bucket, String path) {

    /** The path as a prefix, which ends at {@code /} as a scenario's does. */
    String prefix() {
        return path.isEmpty() || path.endsWith("/") ? path : path + "/";
    }

    /** For messages. */
    @Override
    public String toString() {
        return name + "://" + bucket + (path.isEmpty() ? "" : "/" + Keys.printable(path));
    }
}
