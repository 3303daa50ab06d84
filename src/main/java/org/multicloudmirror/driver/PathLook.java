package org.multicloudmirror.driver;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.multicloudmirror.driver.quirk.PathTrait;
import org.multicloudmirror.storage.ObjectEntry;
import org.multicloudmirror.storage.ObjectGoneException;
import org.multicloudmirror.storage.ObjectInfo;
import org.multicloudmirror.storage.ObjectStore;
import org.multicloudmirror.storage.StoreException;

/**
 * Finds out which object a path leads to, by what a fresh listing says of the key: a listing gets the key in its query, which
 * nothing on the way resolves or merges.
 */
final class PathLook {

    /** What is under a path. */
    enum Found {
        /** The object that the listing names. */
        SAME,
        /** It, or another one that is like it. */
        TWIN,
        /** Another one. */
        ELSEWHERE,
        /** The listing may lag or is not told, and the path is not seen to lead to another key's object. */
        UNTOLD
    }

    /**
     * What a fresh listing says of a key.
     *
     * @param isTold whether it may be listed
     * @param entry null when it is not named, or not told
     */
    record Listed(boolean isTold, @Nullable ObjectEntry entry) {

        static final Listed UNTOLD = new Listed(false, null);
    }

    /** Times are told to the second, and may be rounded up. */
    private static final Duration CLOSE = Duration.ofSeconds(2);

    private final ObjectStore store;

    PathLook(ObjectStore store) {
        this.store = store;
    }

    Listed listed(String bucket, String key) {
        try {
            return new Listed(true, store.listed(bucket, key).orElse(null));
        } catch (StoreException e) {
            return lasting(e, Listed.UNTOLD);
        }
    }

    /**
     * Which object an answer was about.
     *
     * @param listed what was listed beside it
     * @param info what its headers told
     */
    Found under(String bucket, String key, Listed listed, ObjectInfo info) {
        Found found = found(bucket, key, listed, info);
        if (found != Found.ELSEWHERE) {
            return found;
        }
        // it may have been written, or deleted, between the two
        try {
            return found(bucket, key, listed(bucket, key), store.head(bucket, key));
        } catch (ObjectGoneException e) {
            return Found.UNTOLD;
        }
    }

    private Found found(String bucket, String key, Listed listed, ObjectInfo info) {
        boolean isListedSo = listed.entry() != null && !isOther(listed.entry(), info);
        if (!isListedSo && listed.isTold() && !store.listsLate()) {
            return Found.ELSEWHERE;
        }
        boolean isOfAlias = alias(bucket, key, other -> isAlike(other, info)).isPresent();
        if (isListedSo) {
            return isOfAlias ? Found.TWIN : Found.SAME;
        }
        return isOfAlias && listed.isTold() ? Found.ELSEWHERE : Found.UNTOLD;
    }

    /** The first of the keys that this one may be taken for whose object is such a one. */
    Optional<String> alias(String bucket, String key, Predicate<ObjectInfo> isSuch) {
        return PathTrait.aliases(key).stream()
                .filter(alias -> holds(bucket, alias, isSuch))
                .findFirst();
    }

    /** Whether there is an object under a path that is such a one. */
    boolean holds(String bucket, String key, Predicate<ObjectInfo> isSuch) {
        try {
            return isSuch.test(store.head(bucket, key));
        } catch (StoreException e) {
            return lasting(e, false);
        }
    }

    /** What stands for an answer that will not come. */
    static <T> T lasting(StoreException failure, T otherwise) {
        if (failure.isTransient()) {
            throw failure;
        }
        return otherwise;
    }

    private static boolean isOther(ObjectEntry listed, ObjectInfo info) {
        boolean isOtherSize = !listed.maybeManifest() && info.length().orElse(listed.size()) != listed.size();
        return isOtherSize || listed.etag().tellsOtherThan(info.etag());
    }

    private static boolean isAlike(ObjectInfo one, ObjectInfo other) {
        return !one.isOtherSizeThan(other)
                && one.etag().value().equals(other.etag().value())
                && Duration.between(one.lastModified(), other.lastModified())
                                .abs()
                                .compareTo(CLOSE)
                        <= 0;
    }
}
