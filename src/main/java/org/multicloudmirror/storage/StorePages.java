package org.multicloudmirror.storage;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * The pages of one listing, each fetched when it is asked for. It ends where the store says so, never at a short
 * page, and a store that sends the reader in a circle is caught.
 */
public final class StorePages implements Iterator<List<ObjectEntry>> {

    private final ObjectStore store;
    private final String bucket;
    private final String prefix;
    private final String where;
    private final String after;
    private @Nullable String from;
    private boolean started;
    private @Nullable String landmark;
    private long distance = 1;
    private long steps;

    /**
     * @param where bucket and prefix as a user writes them, for messages
     */
    public StorePages(ObjectStore store, String bucket, String prefix, String where) {
        this(store, bucket, prefix, where, "");
    }

    /**
     * The pages behind a key.
     *
     * @param after the whole key; empty for all keys
     */
    public StorePages(ObjectStore store, String bucket, String prefix, String where, String after) {
        this.store = store;
        this.bucket = bucket;
        this.prefix = prefix;
        this.where = where;
        this.after = after;
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
        boolean isBehindKey = !started && !after.isEmpty();
        ListingPage page = isBehindKey
                ? store.listAfter(bucket, prefix, after, Integer.MAX_VALUE)
                : store.list(bucket, prefix, from);
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
