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
    private @Nullable String landmark;
    private long distance = 1;
    private long steps;

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
        if (next != null) {
            checkForCircle(next);
        }
        started = true;
        from = next;
        return page.entries();
    }

    /** Every circle passes its landmark again; landmarks are set at distances that double (R. P. Brent, 1980). */
    private void checkForCircle(String next) {
        if (next.equals(landmark)) {
            throw new TransientStoreException(
                    "listing " + where + ": the page after " + Keys.printable(next) + " leads to itself");
        }
        steps++;
        if (steps == distance) {
            landmark = next;
            distance *= 2;
            steps = 0;
        }
    }
}
