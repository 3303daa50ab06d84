package org.multicloudmirror.component;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;
import org.multicloudmirror.storage.ObjectEntry;
import org.multicloudmirror.storage.ObjectLocation;

/**
 * Knows a listing by its entries, which are in a temporary file, and tells what is not as it was there: one listing, in
 * the memory of one page. At first everything is added.
 */
final class ListingDiff implements ListingWatch {

    private final ObjectLocation location;
    private final StoreAccess stores;
    private @Nullable ChangeFile known;
    private @Nullable Found found;
    private boolean isToldAgain;

    ListingDiff(ObjectLocation location, StoreAccess stores) {
        this.location = location;
        this.stores = stores;
    }

    /**
     * @throws org.multicloudmirror.storage.StoreException when the listing fails; what is known stays
     */
    @Override
    public boolean look() {
        Found now = new Found(new ChangeFile(), new ChangeFile());
        try {
            list(now);
        } catch (RuntimeException e) {
            now.close();
            throw e;
        }
        boolean isToBeTold = isToldAgain || !now.changes().isEmpty();
        if (isToBeTold) {
            found = now;
        } else {
            now.close();
        }
        return isToBeTold;
    }

    private void list(Found now) {
        Iterator<ObjectChange> before = known == null ? Collections.emptyIterator() : known.read();
        ListingMerge merge = new ListingMerge(before, now.changes(), location.toString());
        stores.pages(location, Operation.CHANGES).forEachRemaining(page -> add(page, now.listing(), merge));
        merge.end();
    }

    private static void add(List<ObjectEntry> page, ChangeFile listing, ListingMerge merge) {
        for (ObjectEntry entry : page) {
            listing.add(ObjectChange.Kind.ADDED, entry);
            merge.pass(entry);
        }
    }

    @Override
    public void tell(Message message) {
        if (found != null) {
            message.setBody(found.changes().read());
        }
    }

    @Override
    public void told(boolean again) {
        Found told = found;
        found = null;
        isToldAgain = again;
        if (told == null) {
            return;
        }
        told.changes().close();
        if (again) {
            told.listing().close();
        } else {
            close();
            known = told.listing();
        }
    }

    @Override
    public void close() {
        if (known != null) {
            known.close();
        }
    }

    private record Found(ChangeFile listing, ChangeFile changes) implements AutoCloseable {

        @Override
        public void close() {
            listing.close();
            changes.close();
        }
    }
}
