package org.multicloudmirror.browse;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.multicloudmirror.storage.Keys;
import org.multicloudmirror.storage.NotFoundException;
import org.multicloudmirror.storage.ObjectEntry;
import org.multicloudmirror.storage.ObjectStore;
import org.multicloudmirror.storage.StorePages;

/**
 * What a store lists below a place, page by page. Of an ordered store nothing is remembered, and what is below a prefix
 * that is told already is passed over where that saves pages.
 */
public final class Listing {

    /** Behind nearly all keys that begin with what stands before it; a key that comes later changes nothing. */
    private static final String LATE = "\udbff\udffd";

    private final ObjectStore store;
    private final String bucket;
    private final String prefix;
    private final Place place;
    private final boolean isOrdered;
    private final Visitor visitor;
    private final Set<String> told = new HashSet<>();
    private String last = "";
    private boolean isEmpty = true;

    private Listing(Place place, Visitor visitor) {
        this.store = place.store();
        this.bucket = place.bucket();
        this.prefix = place.prefix();
        this.place = place;
        this.isOrdered = store.listsRanges(bucket);
        this.visitor = visitor;
    }

    /**
     * Tells all objects below a place, or the one that is there.
     *
     * @throws NotFoundException when there are none, and not because the bucket is empty
     */
    public static void all(Place place, Visitor visitor) throws IOException {
        Listing listing = new Listing(place, visitor);
        for (StorePages pages = listing.pages(); pages.hasNext(); ) {
            for (ObjectEntry entry : pages.next()) {
                listing.isEmpty = false;
                visitor.object(entry);
            }
        }
        listing.end();
    }

    /**
     * Tells the objects whose keys have no further {@code /}, and the prefixes of the others.
     *
     * @throws NotFoundException when there are none, and not because the bucket is empty
     */
    public static void level(Place place, Visitor visitor) throws IOException {
        Listing listing = new Listing(place, visitor);
        StorePages pages = listing.pages();
        while (pages.hasNext()) {
            List<ObjectEntry> page = pages.next();
            for (ObjectEntry entry : page) {
                listing.one(entry);
            }
            if (pages.hasNext() && listing.isWithinTold(page)) {
                pages = StorePages.ascending(
                        listing.store, listing.bucket, listing.prefix, place.toString(), listing.last + LATE);
            }
        }
        listing.end();
    }

    private StorePages pages() {
        return new StorePages(store, bucket, prefix, place.toString());
    }

    private void one(ObjectEntry entry) throws IOException {
        isEmpty = false;
        int slash = entry.key().indexOf('/', prefix.length());
        if (slash < 0) {
            visitor.object(entry);
            return;
        }
        String below = entry.key().substring(0, slash + 1);
        boolean isNew = isOrdered ? !below.equals(last) : told.add(below);
        if (isNew) {
            last = below;
            visitor.prefix(below);
        }
    }

    private boolean isWithinTold(List<ObjectEntry> page) {
        if (!isOrdered || page.isEmpty() || last.isEmpty()) {
            return false;
        }
        String key = page.get(page.size() - 1).key();
        return key.startsWith(last) && Keys.ORDER.compare(key, last + LATE) < 0;
    }

    private void end() throws IOException {
        if (!isEmpty || place.path().isEmpty()) {
            return;
        }
        Optional<ObjectEntry> itself = store.listed(bucket, place.path());
        if (itself.isEmpty()) {
            throw new NotFoundException(place + ": no object has this key, and none is below it");
        }
        visitor.object(itself.get());
    }
}
