package org.multicloudmirror.mirror.list;

import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.multicloudmirror.storage.EntryColumns;
import org.multicloudmirror.storage.ObjectEntry;

/** A place in a listing, moved forward only. */
final class EntryCursor {

    /** Is told of entries by their place, so that who does not need them has none made. */
    interface Passed {

        /** Nobody wants to know. */
        Passed UNHEARD = (page, index) -> {};

        void pass(EntryColumns page, int index);
    }

    private final Iterator<List<ObjectEntry>> pages;
    private final int prefix;
    private final Passed passed;
    private EntryColumns page = EntryColumns.of(List.of());
    private int next;

    /**
     * @param prefix how many bytes of each key come before what is compared
     * @param passed gets what no one asked for
     */
    EntryCursor(Iterator<List<ObjectEntry>> pages, int prefix, Passed passed) {
        this.pages = pages;
        this.prefix = prefix;
        this.passed = passed;
    }

    /**
     * Moves behind the key of an entry; returns the one that has it here. Keys are asked for in their order, each once.
     *
     * @param otherPrefix how many bytes of that key come before what is compared
     */
    @Nullable
    ObjectEntry at(EntryColumns other, int index, int otherPrefix) {
        while (hasNext()) {
            int order = page.compareKeys(next, prefix, other, index, otherPrefix);
            if (order > 0) {
                return null;
            }
            next++;
            if (order == 0) {
                return page.get(next - 1);
            }
            passed.pass(page, next - 1);
        }
        return null;
    }

    /**
     * Moves behind what has the same key, size and MD5 here as in another listing.
     *
     * @param index where that is
     * @param otherPrefix how many bytes of its keys come before what is compared
     * @return how many entries these are; fewer than there are in a row at the end of a page
     */
    int passEqual(EntryColumns other, int index, int otherPrefix) {
        int run = hasNext() ? page.equalRun(next, prefix, other, index, otherPrefix) : 0;
        next += run;
        return run;
    }

    /** Moves to the end. */
    void end() {
        while (hasNext()) {
            next++;
            passed.pass(page, next - 1);
        }
    }

    private boolean hasNext() {
        while (next == page.size() && pages.hasNext()) {
            page = EntryColumns.of(pages.next());
            next = 0;
        }
        return next < page.size();
    }
}
