package org.multicloudmirror.storage;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * The pages of one listing, each fetched when it is asked for. It ends where the store says so, never at a short
 * page. A store that sends the reader in a circle is caught, and so are one that leads on and on without a key and one
 * that lists other keys than those asked for.
 */
public final class StorePages implements Iterator<List<ObjectEntry>> {

    /**
     * Pages without a key that may come in a row. Services give some: they look through so many keys a page, some 1,000,
     * and leave out what is deleted in a bucket with versions. This is a million of these, one behind the other.
     */
    static final int MOST_KEYLESS = 1_000;

    private final ObjectStore store;
    private final String bucket;
    private final AskedPrefix asked;
    private final boolean isOrderSeenTo;
    private final String after;
    private boolean mayNameLeases;
    private @Nullable String from;
    private boolean started;
    private @Nullable String landmark;
    private long distance = 1;
    private long steps;
    private int keyless;

    /**
     * All pages.
     *
     * @param where bucket and prefix as a user writes them, for messages
     */
    public StorePages(ObjectStore store, String bucket, String prefix, String where) {
        this(store, bucket, new AskedPrefix(prefix, where), false, "");
    }

    private StorePages(ObjectStore store, String bucket, AskedPrefix asked, boolean isOrderSeenTo, String after) {
        this.store = store;
        this.bucket = bucket;
        this.asked = asked;
        this.isOrderSeenTo = isOrderSeenTo;
        this.after = after;
        this.mayNameLeases =
                LeaseKeys.PREFIX.startsWith(asked.prefix()) || asked.prefix().startsWith(LeaseKeys.PREFIX);
    }

    /**
     * The pages behind a key, for a reader who trusts them only as far as their keys ascend.
     *
     * @param where bucket and prefix as a user writes them, for messages
     * @param after the whole key; empty for all keys
     */
    public static StorePages ascending(ObjectStore store, String bucket, String prefix, String where, String after) {
        return new StorePages(store, bucket, new AskedPrefix(prefix, where), true, after);
    }

    @Override
    public boolean hasNext() {
        return !started || from != null;
    }

    /**
     * @throws RejectedException when it lists other keys than those asked for, or is without keys for too long
     * @throws TransientStoreException when it leads in a circle
     */
    @Override
    public List<ObjectEntry> next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        boolean isBehindKey = !started && !after.isEmpty();
        ListingPage page = isBehindKey
                ? store.listAfter(bucket, asked.prefix(), after, Integer.MAX_VALUE)
                : store.list(bucket, asked.prefix(), from);
        if (isOrderSeenTo) {
            asked.checkEnds(page.entries());
        } else {
            asked.checkAll(page.entries());
        }
        String next = page.next();
        if (next != null) {
            checkForCircle(next);
            checkForKeys(page);
        }
        started = true;
        from = next;
        return mayNameLeases ? withoutLeases(page.entries()) : page.entries();
    }

    /** A reader who trusts no key that does not ascend sees none behind the first that comes behind all of them. */
    private List<ObjectEntry> withoutLeases(List<ObjectEntry> entries) {
        if (isOrderSeenTo && !entries.isEmpty() && entries.get(0).key().compareTo(LeaseKeys.BEHIND) >= 0) {
            mayNameLeases = false;
            return entries;
        }
        byte[] start = LeaseKeys.PREFIX.getBytes(UTF_8);
        @Nullable List<ObjectEntry> others = null;
        for (int i = 0; i < entries.size(); i++) {
            boolean isLease = isLease(entries, i, start);
            if (isLease && others == null) {
                others = new ArrayList<>(entries.subList(0, i));
            } else if (!isLease && others != null) {
                others.add(entries.get(i));
            }
        }
        return others == null ? entries : others;
    }

    /** Of columns no entry is made for that. */
    private static boolean isLease(List<ObjectEntry> entries, int index, byte[] start) {
        return entries instanceof EntryColumns columns
                ? columns.keyStartsWith(index, start)
                : entries.get(index).key().startsWith(LeaseKeys.PREFIX);
    }

    /** Every circle passes its landmark again; landmarks are set at distances that double (R. P. Brent, 1980). */
    private void checkForCircle(String next) {
        if (next.equals(landmark)) {
            throw new TransientStoreException("listing " + Keys.printable(asked.where()) + ": the page after "
                    + Keys.printable(next) + " leads to itself");
        }
        steps++;
        if (steps == distance) {
            landmark = next;
            distance *= 2;
            steps = 0;
        }
    }

    private void checkForKeys(ListingPage page) {
        keyless = page.entries().isEmpty() ? keyless + 1 : 0;
        if (keyless == MOST_KEYLESS) {
            throw new RejectedException(
                    "listing " + Keys.printable(asked.where()) + ": " + MOST_KEYLESS
                            + " pages in a row have no key, and each says that there is more; list it with another client: if"
                            + " that ends, tell the service's operator, else remove what it hides there, such as delete markers");
        }
    }
}
