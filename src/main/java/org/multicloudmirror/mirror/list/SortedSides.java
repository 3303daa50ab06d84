package org.multicloudmirror.mirror.list;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.multicloudmirror.mirror.list.EntryCursor.Passed;
import org.multicloudmirror.storage.EntryColumns;
import org.multicloudmirror.storage.ObjectEntry;

/** Both sides listed anew from their beginnings, and put in order on disk. For one thread. */
final class SortedSides implements AutoCloseable {

    private final SortSpace space;
    private final RangeSide from;
    private final RangeSide to;
    private final List<DiskSort> sorts = new ArrayList<>();

    /**
     * @param space what sorting shares
     */
    SortedSides(SortSpace space, RangeSide from, RangeSide to) {
        this.space = space;
        this.from = from;
        this.to = to;
    }

    /** Whether either side was asked for. */
    boolean isBegun() {
        return !sorts.isEmpty();
    }

    /**
     * The source without what was decided before.
     *
     * @throws UndecidedPages.ChangedBeginningException when it does not list that again as it did
     */
    Undecided source(KeyTrail decided) {
        DiskSort beginning = sort();
        Iterator<List<ObjectEntry>> rest = sort().sorted(new UndecidedPages(from.pages(), decided, beginning::add));
        return new Undecided(rest, new EntryCursor(beginning.pages(), from.prefixLength(), Passed.UNHEARD));
    }

    /** All of the source. */
    Iterator<List<ObjectEntry>> source() {
        return sort().sorted(from.pages());
    }

    /** All of the destination. */
    Iterator<List<ObjectEntry>> destination() {
        return sort().sorted(to.pages());
    }

    private DiskSort sort() {
        DiskSort sort = new DiskSort(space);
        sorts.add(sort);
        return sort;
    }

    @Override
    public void close() {
        sorts.forEach(DiskSort::close);
    }

    /** What is left of a source, and what is left out of it. */
    record Undecided(Iterator<List<ObjectEntry>> pages, EntryCursor decided) {

        /**
         * Whether the key of an entry is left out. Keys are asked for in their order, each once.
         *
         * @param prefix how many bytes of it come before what is compared
         */
        boolean leavesOut(EntryColumns page, int index, int prefix) {
            return decided.at(page, index, prefix) != null;
        }
    }
}
