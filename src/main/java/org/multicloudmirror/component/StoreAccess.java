package org.multicloudmirror.component;

import java.util.TreeSet;
import org.multicloudmirror.storage.ObjectLocation;
import org.multicloudmirror.storage.ObjectStore;
import org.multicloudmirror.storage.ObjectStores;
import org.multicloudmirror.storage.StoreException;
import org.multicloudmirror.storage.StorePages;

/** The stores that locations name, and which there are where one names another. */
record StoreAccess(ObjectStores stores) {

    /**
     * The store of a location.
     *
     * @throws IllegalArgumentException when none is configured under its name
     */
    ObjectStore of(ObjectLocation where, Operation operation) {
        try {
            return stores.named(where.store());
        } catch (StoreException e) {
            check(where, operation);
            throw e;
        }
    }

    /** The pages of what a location lists. */
    StorePages pages(ObjectLocation where, Operation operation) {
        return new StorePages(of(where, operation), where.bucket(), where.key(), where.toString());
    }

    /**
     * @throws IllegalArgumentException when no store is configured under a location's name; it lists those that are
     */
    void check(ObjectLocation where, Operation operation) {
        if (!stores.names().contains(where.store())) {
            throw new IllegalArgumentException(operation + ": no store is named \"" + where.store() + "\" in " + where
                    + "; configured are " + String.join(", ", new TreeSet<>(stores.names())));
        }
    }
}
