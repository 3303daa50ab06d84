package org.multicloudmirror.storage;

/**
 * Where one object is.
 *
 * @param store the name of a configured store
 * @param bucket its bucket or container
 * @param key the whole key
 */
public record ObjectLocation(String store, String bucket, String key) {

    /** For messages: control characters escaped. */
    @Override
    public String toString() {
        return store + "://" + bucket + "/" + Keys.printable(key);
    }
}
