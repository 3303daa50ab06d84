package org.multicloudmirror.component;

import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import org.multicloudmirror.component.ObjectChange.Kind;
import org.multicloudmirror.storage.Keys;
import org.multicloudmirror.storage.ObjectEntry;
import org.multicloudmirror.storage.RejectedException;

/** Walks along a listing and the one before it, both in key order, and writes down what is not as it was. */
final class ListingMerge {

    private final Iterator<ObjectChange> before;
    private final ChangeFile changes;
    private final String where;
    private @Nullable ObjectEntry old;
    private @Nullable String last;

    /**
     * @param where bucket and prefix as a user writes them, for messages
     */
    ListingMerge(Iterator<ObjectChange> before, ChangeFile changes, String where) {
        this.before = before;
        this.changes = changes;
        this.where = where;
        advance();
    }

    /**
     * Goes on to the listing's next entry.
     *
     * @throws RejectedException when it does not come behind the one before
     */
    void pass(ObjectEntry now) {
        if (last != null && Keys.ORDER.compare(last, now.key()) >= 0) {
            throw new RejectedException("listing " + where + ": \"" + Keys.printable(now.key()) + "\" comes behind \""
                    + Keys.printable(last) + "\", out of order, so that what changed cannot be told key by key;"
                    + " write diff=false");
        }
        last = now.key();
        while (old != null && Keys.ORDER.compare(old.key(), now.key()) < 0) {
            changes.add(Kind.REMOVED, old);
            advance();
        }
        if (old == null || !old.key().equals(now.key())) {
            changes.add(Kind.ADDED, now);
            return;
        }
        if (!isSame(old, now)) {
            changes.add(Kind.CHANGED, now);
        }
        advance();
    }

    /** The listing has ended. */
    void end() {
        while (old != null) {
            changes.add(Kind.REMOVED, old);
            advance();
        }
    }

    private void advance() {
        old = before.hasNext() ? before.next().entry() : null;
    }

    private static boolean isSame(ObjectEntry one, ObjectEntry other) {
        return one.size() == other.size()
                && one.etag().value().equals(other.etag().value())
                // a manifest's content may change while its listing stays
                && (!other.maybeManifest() || one.lastModified().equals(other.lastModified()));
    }
}
