package org.multicloudmirror.mirror.list;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.multicloudmirror.mirror.run.Run;
import org.multicloudmirror.mirror.task.Extras;
import org.multicloudmirror.storage.ObjectEntry;

/** Extras as the merge comes across them, on disk as soon as many are in memory. For one thread at a time. */
final class GatheredExtras implements Extras {

    private final Run run;
    private final Reach reach;
    private final DiskSort sort;
    private long held;
    private long deletable;
    private boolean isEmpty = true;

    /**
     * @param space what sorting shares
     */
    GatheredExtras(Run run, SortSpace space) {
        this.run = run;
        this.sort = new DiskSort(space);
        this.reach = new Reach(run);
    }

    /** The destination has objects that the source has, too. */
    void count(int objects) {
        held += objects;
    }

    /** The source has not this object of the destination's; it is kept in mind if it may go. */
    void add(ObjectEntry entry) {
        if (reach.isBackup(entry) || reach.isPart(entry)) {
            return;
        }
        held++;
        if (!reach.has(entry)) {
            return;
        }
        isEmpty = false;
        deletable += run.isOlderThanRun(entry) ? 1 : 0;
        sort.add(entry);
    }

    /** All are gathered; they may wait long for being asked for. */
    void end() {
        sort.rest();
    }

    @Override
    public long held() {
        return held;
    }

    @Override
    public long deletable() {
        return deletable;
    }

    @Override
    public Iterator<List<ObjectEntry>> pages() {
        return isEmpty ? Collections.emptyIterator() : sort.pages();
    }

    @Override
    public void close() {
        sort.close();
    }
}
