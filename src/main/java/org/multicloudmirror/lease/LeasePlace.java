package org.multicloudmirror.lease;

import java.util.Optional;
import org.multicloudmirror.storage.LeaseObjects;
import org.multicloudmirror.storage.LeaseObjects.Found;
import org.multicloudmirror.storage.RejectedException;

/**
 * Where one lease is.
 *
 * @param objects of its store
 * @param where its destination as a user writes it, for messages
 */
record LeasePlace(LeaseObjects objects, String bucket, String key, String where) {

    LeaseObjects.Look look() {
        return objects.look(bucket, key);
    }

    Optional<String> create(LeaseText text) {
        return objects.create(bucket, key, text.json());
    }

    Optional<String> replace(LeaseText text, String tag) {
        return objects.replace(bucket, key, text.json(), tag);
    }

    void remove(String tag) {
        objects.remove(bucket, key, tag);
    }

    /**
     * What a lease says.
     *
     * @throws RejectedException when it is none
     */
    LeaseText read(Found found) {
        return LeaseText.read(found.text())
                .orElseThrow(() -> new RejectedException("the object " + key + " of the bucket of " + where
                        + " is no lease that can be read; look at it with another tool, and delete it there"));
    }
}
