package org.multicloudmirror.mirror.list;

import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.multicloudmirror.storage.Keys;
import org.multicloudmirror.storage.ObjectEntry;

/** A place in the destination's listing, moved forward only. */
final class EntryCursor {

    private final Iterator<List<ObjectEntry>> pages;
    private final int prefixLength;
    private Iterator<ObjectEntry> entries = List.<ObjectEntry>of().iterator();
    private @Nullable ObjectEntry current;

    /**
     * @param prefixLength how many characters of each key come before what is compared
     */
    EntryCursor(Iterator<List<ObjectEntry>> pages, int prefixLength) {
        this.pages = pages;
        this.prefixLength = prefixLength;
    }

    /** Moves to the first entry that is not before a key; returns it when it has that key. */
    @Nullable
    ObjectEntry at(String relativeKey) {
        ObjectEntry entry = current();
        while (entry != null) {
            int order = Keys.ORDER.compare(entry.key().substring(prefixLength), relativeKey);
            if (order >= 0) {
                return order == 0 ? entry : null;
            }
            current = null;
            entry = current();
        }
        return null;
    }

    private @Nullable ObjectEntry current() {
        if (current == null) {
            while (!entries.hasNext() && pages.hasNext()) {
                entries = pages.next().iterator();
            }
            current = entries.hasNext() ? entries.next() : null;
        }
        return current;
    }
}
