package org.multicloudmirror.driver;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.multicloudmirror.driver.PathLook.Found;
import org.multicloudmirror.driver.PathLook.Listed;
import org.multicloudmirror.driver.quirk.ChangedPaths;
import org.multicloudmirror.storage.ETag;
import org.multicloudmirror.storage.Keys;
import org.multicloudmirror.storage.ObjectEntry;
import org.multicloudmirror.storage.ObjectGoneException;
import org.multicloudmirror.storage.ObjectInfo;
import org.multicloudmirror.storage.RejectedException;
import org.multicloudmirror.storage.StoreException;
import org.multicloudmirror.storage.TransientStoreException;

/**
 * Proves that the path of an awkward key leads to its object. Once the traits of a key are proven in a bucket, and for
 * plain keys always, it asks nothing; until then one thread at a time proves. Safe for use by many threads.
 */
final class PathProof {

    private final HttpObjectStore store;
    private final ChangedPaths paths;
    private final PathLook look;
    private final Map<String, Lock> locks = new ConcurrentHashMap<>();

    PathProof(HttpObjectStore store, ChangedPaths paths) {
        this.store = store;
        this.paths = paths;
        this.look = new PathLook(store);
    }

    /** Whether it is still to be proven that a key leads to its object. */
    boolean isNeeded(String bucket, String key) {
        return !paths.isKept(bucket, key);
    }

    /**
     * Takes an answer about a key for one about its object.
     *
     * @param info what the answer's headers tell; without a length where it is about a slice
     * @throws RejectedException when it is about another one
     */
    void read(String bucket, String key, ObjectInfo info) {
        if (paths.isKept(bucket, key)) {
            return;
        }
        locked(bucket, () -> {
            if (!paths.isKept(bucket, key)) {
                settle(bucket, key, look.under(bucket, key, look.listed(bucket, key), info));
            }
            return key;
        });
    }

    /**
     * What is asked before much is sent.
     *
     * @throws RejectedException when the path leads to another object
     */
    void before(String bucket, String key) {
        if (!paths.isKept(bucket, key)) {
            locked(bucket, () -> lookBefore(bucket, key));
        }
    }

    /**
     * Writes an object: when its path is found to lead to no other one, and it has to be listed thereafter.
     *
     * @throws RejectedException when the path leads to another object
     */
    ETag write(String bucket, String key, Supplier<ETag> writing) {
        if (paths.isKept(bucket, key)) {
            return writing.get();
        }
        return locked(bucket, () -> {
            Listed before = lookBefore(bucket, key);
            ETag written = writing.get();
            if (before.isTold() && !paths.isKept(bucket, key)) {
                lookAfter(bucket, key, before.entry(), written);
            }
            return written;
        });
    }

    private Listed lookBefore(String bucket, String key) {
        refuseChanged(bucket, key);
        if (paths.isKept(bucket, key)) {
            return Listed.UNTOLD;
        }
        Listed listed = look.listed(bucket, key);
        ObjectInfo info;
        try {
            // last: what others write there meanwhile is to be seen
            info = store.head(bucket, key);
        } catch (ObjectGoneException e) {
            if (listed.entry() != null && !store.listsLate() && store.isListed(bucket, key)) {
                throw changed(bucket, key, Keys.HIDDEN);
            }
            return listed;
        } catch (StoreException e) {
            // who may write and not read cannot ask
            return PathLook.lasting(e, listed);
        }
        settle(bucket, key, look.under(bucket, key, listed, info));
        return listed;
    }

    private void lookAfter(String bucket, String key, @Nullable ObjectEntry before, ETag written) {
        Listed listed = look.listed(bucket, key);
        ObjectEntry now = listed.entry();
        if (!listed.isTold()) {
            return;
        }
        if (now != null && !now.etag().tellsOtherThan(written)) {
            // what is as it was before shows nothing
            if (before == null
                    || !before.etag().equals(now.etag())
                    || !before.lastModified().equals(now.lastModified())) {
                paths.keeps(bucket, key);
            }
            return;
        }
        Optional<String> overwritten =
                look.alias(bucket, key, info -> info.etag().value().equals(written.value()));
        if (overwritten.isPresent()) {
            throw changed(
                    bucket,
                    key,
                    "it was written as " + store.where(bucket, overwritten.get()) + ", which is to be mirrored again; "
                            + Keys.ELSEWHERE);
        }
        // last: the other key's own copy may have been written meanwhile
        boolean isThere = look.holds(bucket, key, info -> !info.etag().tellsOtherThan(written));
        if (!isThere || !store.listsLate()) {
            throw new TransientStoreException(
                    store.where(bucket, key) + ": the store says that it is written, and does not list it");
        }
    }

    /**
     * Deletes one object by its path, when that is found to lead to it.
     *
     * @throws RejectedException when it may lead to another object, or the listing names the key thereafter
     */
    void delete(String bucket, String key, Runnable deleting) {
        if (paths.isKept(bucket, key)) {
            deleting.run();
            return;
        }
        locked(bucket, () -> {
            refuseChanged(bucket, key);
            if (paths.isKept(bucket, key) || isToBeDeleted(bucket, key)) {
                deleting.run();
            }
            if (!paths.isKept(bucket, key) && !store.listsLate() && store.isListed(bucket, key)) {
                throw changed(bucket, key, Keys.HIDDEN);
            }
            return key;
        });
    }

    private boolean isToBeDeleted(String bucket, String key) {
        Listed listed = look.listed(bucket, key);
        Found found;
        try {
            found = look.under(bucket, key, listed, store.head(bucket, key));
        } catch (ObjectGoneException e) {
            // a listing tells whether there is nothing to delete, or nothing to be reached
            return store.listsLate();
        }
        settle(bucket, key, found);
        if (found == Found.TWIN) {
            throw new RejectedException(store.where(bucket, key)
                    + ": not to be told from an object like it that its path may lead to; delete it by other means");
        }
        return true;
    }

    private void settle(String bucket, String key, Found found) {
        switch (found) {
            case SAME -> paths.keeps(bucket, key);
            case ELSEWHERE -> throw changed(bucket, key, Keys.ELSEWHERE);
            case TWIN, UNTOLD -> {
                // nothing is shown
            }
        }
    }

    private void refuseChanged(String bucket, String key) {
        if (paths.isChanged(bucket, key)) {
            throw new RejectedException(store.where(bucket, key) + ": " + Keys.ELSEWHERE);
        }
    }

    private RejectedException changed(String bucket, String key, String why) {
        paths.changes(bucket, key);
        return new RejectedException(store.where(bucket, key) + ": " + why);
    }

    private <T> T locked(String bucket, Supplier<T> action) {
        Lock lock = locks.computeIfAbsent(bucket, any -> new ReentrantLock());
        lock.lock();
        try {
            return action.get();
        } finally {
            lock.unlock();
        }
    }
}
