package org.multicloudmirror.mirror.list;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.multicloudmirror.mirror.CopyTask;
import org.multicloudmirror.mirror.Decision;
import org.multicloudmirror.mirror.KeyRange;
import org.multicloudmirror.mirror.RangeMarker;
import org.multicloudmirror.mirror.RangeMarker.Ending;
import org.multicloudmirror.mirror.Run;
import org.multicloudmirror.scenario.Location;
import org.multicloudmirror.storage.ObjectEntry;
import org.multicloudmirror.storage.ObjectLocation;
import org.multicloudmirror.storage.ObjectStore;
import org.multicloudmirror.storage.StorePages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The two listings of one range, merged page by page of the source in constant memory. A listing that turns out not
 * to be in UTF-8 byte order is not trusted: both sides are listed anew and sorted on disk, and the merge begins again.
 * For one thread.
 */
public final class RangeListing implements Iterator<SourcePage>, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RangeListing.class);
    private static final int SORT_CHUNK = 100_000;

    private final Run run;
    private final KeyRange range;
    private final CopyDecider decider;
    private final Location from;
    private final Location to;
    private final List<DiskSort> sorts = new ArrayList<>();
    private Iterator<List<ObjectEntry>> source;
    private EntryCursor destination;
    private KeyTrail decided = KeyTrail.NONE;
    private boolean undecided;
    private boolean reachedEnd;
    private long listed;
    private long equal;

    RangeListing(Run run, KeyRange range) {
        this.run = run;
        this.range = range;
        this.decider = new CopyDecider(
                run.options().compare(), run.options().selection().maxSize());
        this.from = run.scenario().source();
        this.to = run.scenario().destination();
        this.source = new OrderedPages(pages(run.source(), from), from.toString());
        this.destination = new EntryCursor(
                new OrderedPages(destinationPages(), to.toString()), to.prefix().length());
    }

    /**
     * False at the source's end, and as soon as the run is interrupted. Camel asks before it has the page that it took
     * decided, and that page may yet begin the merge anew: until it is decided, the end is not reached.
     */
    @Override
    public boolean hasNext() {
        if (run.isInterrupted()) {
            return false;
        }
        reachedEnd = !undecided && !source.hasNext();
        return !reachedEnd;
    }

    @Override
    public SourcePage next() {
        try {
            List<ObjectEntry> page = source.hasNext() ? source.next() : List.of();
            undecided = !page.isEmpty();
            return new SourcePage(this, page);
        } catch (UnsortedListingException e) {
            sortOnDisk(e);
            return new SourcePage(this, List.of());
        }
    }

    /** The tasks that a page of the source makes; what is equal makes none. Pages come in order. */
    List<CopyTask> decide(List<ObjectEntry> page) {
        try {
            List<CopyTask> tasks = new ArrayList<>();
            long same = 0;
            for (ObjectEntry entry : page) {
                String key = entry.key().substring(from.prefix().length());
                ObjectEntry present = destination.at(key);
                Decision decision =
                        key.isEmpty() && to.prefix().isEmpty() ? Decision.SKIP_NO_NAME : decider.decide(entry, present);
                if (decision == Decision.EQUAL) {
                    same++;
                } else {
                    tasks.add(task(entry, key, decision, present));
                }
            }
            decided = decided.then(page);
            undecided = false;
            listed += page.size();
            equal += same;
            run.progress().addListed(page.size());
            return tasks;
        } catch (UnsortedListingException e) {
            sortOnDisk(e);
            return List.of();
        }
    }

    /** What the range promises to the outcome stage: complete only when the source was listed to its end. */
    RangeMarker marker() {
        return new RangeMarker(
                range, reachedEnd ? Ending.COMPLETE : Ending.STOPPED, "", run.queued(range), listed, equal);
    }

    @Override
    public void close() {
        sorts.forEach(DiskSort::close);
    }

    private CopyTask task(ObjectEntry entry, String key, Decision decision, @Nullable ObjectEntry present) {
        return new CopyTask(
                range,
                entry,
                new ObjectLocation(from.store(), from.bucket(), entry.key()),
                new ObjectLocation(to.store(), to.bucket(), to.prefix() + key),
                decision,
                present);
    }

    private void sortOnDisk(UnsortedListingException why) {
        LOG.warn("{}; both sides are listed anew and sorted on disk", why.getMessage());
        run.note(why.getMessage() + "; it was sorted on disk");
        undecided = false;
        source = sortedSource();
        destination = new EntryCursor(sorted(destinationPages()), to.prefix().length());
    }

    /** What was decided is left out where the source lists it again as it did; otherwise all is decided again. */
    private Iterator<List<ObjectEntry>> sortedSource() {
        try {
            return sorted(new UndecidedPages(pages(run.source(), from), decided));
        } catch (UndecidedPages.ChangedBeginningException e) {
            LOG.warn("the listing of {} changes its order; objects that were counted are counted again", from);
            listed = 0;
            equal = 0;
            return sorted(pages(run.source(), from));
        }
    }

    private Iterator<List<ObjectEntry>> sorted(Iterator<List<ObjectEntry>> pages) {
        DiskSort sort = new DiskSort(SORT_CHUNK);
        sorts.add(sort);
        return sort.sorted(pages);
    }

    private Iterator<List<ObjectEntry>> destinationPages() {
        return run.isDestinationAbsent() ? Collections.emptyIterator() : pages(run.destination(), to);
    }

    private static Iterator<List<ObjectEntry>> pages(ObjectStore store, Location where) {
        return new StorePages(store, where.bucket(), where.prefix(), where.toString());
    }
}
