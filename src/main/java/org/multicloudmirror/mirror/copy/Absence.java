package org.multicloudmirror.mirror.copy;

import org.multicloudmirror.storage.Keys;
import org.multicloudmirror.storage.ObjectLocation;
import org.multicloudmirror.storage.ObjectStore;
import org.multicloudmirror.storage.RejectedException;

/**
 * What a fresh look tells of an object that was listed and is answered with 404. It costs a request, and a second one
 * where the listing still names the object: only a 404 pays for it.
 */
public enum Absence {
    /** No listing names it any more. */
    PROVEN,
    /** A listing that lags behind its store names it still; the store itself, asked firmly, does not have it. */
    LISTED_STILL,
    /** The listing names it and the store does not give it out: something on the way takes the key for another one. */
    HIDDEN;

    /**
     * Looks again.
     *
     * @throws org.multicloudmirror.storage.StoreException when the store does not tell
     */
    public static Absence of(ObjectStore store, ObjectLocation where) {
        if (!store.isListed(where.bucket(), where.key())) {
            return PROVEN;
        }
        return store.listsLate() && Keys.isPlain(where.key()) && !store.exists(where.bucket(), where.key())
                ? LISTED_STILL
                : HIDDEN;
    }

    /**
     * Looks again for an object that no listing named before, so that a plain key needs no further request.
     *
     * @throws org.multicloudmirror.storage.StoreException when the store does not tell
     */
    public static Absence ofUnlisted(ObjectStore store, ObjectLocation where) {
        return Keys.isPlain(where.key()) ? PROVEN : of(store, where);
    }

    /** That an object is hidden, and what may be done about it. */
    public static String hidden(ObjectLocation where) {
        return where + ": " + Keys.HIDDEN;
    }

    /** The same as a failure that no further attempt mends. */
    public static RejectedException failure(ObjectLocation where) {
        return new RejectedException(hidden(where));
    }
}
