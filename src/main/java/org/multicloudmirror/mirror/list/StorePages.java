package org.multicloudmirror.mirror.list;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.multicloudmirror.scenario.Location;
import org.multicloudmirror.storage.Keys;
import org.multicloudmirror.storage.ListingPage;
import org.multicloudmirror.storage.ObjectEntry;
import org.multicloudmirror.storage.ObjectStore;
import org.multicloudmirror.storage.TransientStoreException;

/**
 * The pages of one listing, each fetched when it is asked for. It ends where the store says so, never at a short
 * page, and a store that sends the reader in a circle is caught.
 */
final class StorePages implements Iterator<List<ObjectEntry>> {

    private final ObjectStore store;
    private final Location where;
    private @Nullable String from;
    private boolean started;

    StorePages(ObjectStore store, Location where) {
        this.store = store;
        this.where = where;
    }

    @Override
    public boolean hasNext() {
        return !started || from != null;
    }

    @Override
    public List<ObjectEntry> next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        ListingPage page = store.list(where.bucket(), where.prefix(), from);
        String next = page.next();
        if (started && next != null && next.equals(from)) {
            throw new TransientStoreException(
                    "listing " + where + ": the page after " + Keys.printable(next) + " leads to itself");
        }
        started = true;
        from = next;
        return page.entries();
    }
}
