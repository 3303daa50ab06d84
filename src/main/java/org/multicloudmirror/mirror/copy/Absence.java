package org.multicloudmirror.mirror.copy;

import java.util.regex.Pattern;
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

    /** What proxies and servers decode, merge, resolve or normalise. */
    private static final Pattern AWKWARD = Pattern.compile("[^\\x20-\\x7e]|[%+;\\\\]|//|^/|(^|/)\\.{1,2}(/|$)");

    /**
     * Looks again.
     *
     * @throws org.multicloudmirror.storage.StoreException when the store does not tell
     */
    public static Absence of(ObjectStore store, ObjectLocation where) {
        if (!store.isListed(where.bucket(), where.key())) {
            return PROVEN;
        }
        return store.listsLate() && isPlain(where.key()) && !store.exists(where.bucket(), where.key())
                ? LISTED_STILL
                : HIDDEN;
    }

    /**
     * Looks again for an object that no listing named before, so that a plain key needs no further request.
     *
     * @throws org.multicloudmirror.storage.StoreException when the store does not tell
     */
    public static Absence ofUnlisted(ObjectStore store, ObjectLocation where) {
        return isPlain(where.key()) ? PROVEN : of(store, where);
    }

    /** Whether nothing between here and the store has a reason to take the key for another one. */
    static boolean isPlain(String key) {
        return !AWKWARD.matcher(key).find();
    }

    /** That an object is hidden, and what may be done about it. */
    public static String hidden(ObjectLocation where) {
        return where + ": the listing names it, and the store answers 404 to whoever asks for it; look for a proxy that"
                + " changes paths (merged slashes, decoded or normalised characters), or for a key in another encoding";
    }

    /** The same as a failure that no further attempt mends. */
    public static RejectedException failure(ObjectLocation where) {
        return new RejectedException(hidden(where));
    }
}
