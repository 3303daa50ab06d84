package org.multicloudmirror.mirror.list;

import java.util.Iterator;
import java.util.List;
import org.multicloudmirror.mirror.list.EntryCursor.Passed;
import org.multicloudmirror.mirror.run.Run;
import org.multicloudmirror.mirror.task.Extras;
import org.multicloudmirror.storage.EntryColumns;
import org.multicloudmirror.storage.ObjectEntry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The merge of a range's two sides: the source's pages, the destination's cursor beside them, and the extras that it
 * passes. Both are read as the stores list them, or, once the merge begins again, sorted on disk. For one thread.
 */
final class RangeMerge implements Iterator<List<ObjectEntry>>, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RangeMerge.class);

    private final Run run;
    private final RangeSide from;
    private final RangeSide to;
    private final SortSpace space;
    private final SortedSides sorted;
    private Iterator<List<ObjectEntry>> source;
    private EntryCursor destination;
    private GatheredExtras extras;
    private boolean extrasAreTaken;

    /**
     * @param source in order; throws when it is not
     * @param destination likewise
     * @param space what sorting shares
     */
    RangeMerge(
            Run run,
            RangeSide from,
            RangeSide to,
            Iterator<List<ObjectEntry>> source,
            Iterator<List<ObjectEntry>> destination,
            SortSpace space) {
        this.run = run;
        this.from = from;
        this.to = to;
        this.space = space;
        this.sorted = new SortedSides(space, from, to);
        this.source = source;
        this.extras = new GatheredExtras(run, space);
        this.destination = cursor(destination, this::addExtra);
    }

    @Override
    public boolean hasNext() {
        return source.hasNext();
    }

    /** A page of the source. */
    @Override
    public List<ObjectEntry> next() {
        return source.next();
    }

    /** Moves the destination along with a page of the source. */
    PageDecider.Decided decide(PageDecider decider, EntryColumns page) {
        return decider.decide(page, destination, extras);
    }

    /** The source is through: what the destination has behind it is extra. */
    void end() {
        if (run.gathersExtras()) {
            destination.end();
        }
    }

    /** Hands over the extras, which the taker closes; none where nobody wants them. */
    Extras takeExtras() {
        extras.end();
        extrasAreTaken = run.gathersExtras();
        return extrasAreTaken ? extras : Extras.NONE;
    }

    /** Whether sorting has begun. */
    boolean isSorted() {
        return sorted.isBegun();
    }

    /**
     * Begins again with both sides sorted. What was decided is left out where the source lists it again as it did;
     * otherwise all is decided again.
     *
     * @param changed is run when all is decided again
     */
    void sort(KeyTrail decided, Runnable changed) {
        extras.close();
        extras = new GatheredExtras(run, space);
        EntryTest isOfSource = sortSource(decided, changed);
        destination = cursor(sorted.destination(), (page, index) -> {
            if (isOfSource.test(page, index)) {
                extras.count(1);
            } else {
                addExtra(page, index);
            }
        });
    }

    private EntryTest sortSource(KeyTrail decided, Runnable changed) {
        try {
            SortedSides.Undecided undecided = sorted.source(decided);
            source = undecided.pages();
            return (page, index) -> undecided.leavesOut(page, index, to.prefixLength());
        } catch (UndecidedPages.ChangedBeginningException e) {
            LOG.warn("the listing of {} changes its order; objects that were counted are counted again", from.where());
            changed.run();
            source = sorted.source();
            return (page, index) -> false;
        }
    }

    private void addExtra(EntryColumns page, int index) {
        extras.add(page.get(index));
    }

    private EntryCursor cursor(Iterator<List<ObjectEntry>> pages, Passed passed) {
        return new EntryCursor(pages, to.prefixLength(), run.gathersExtras() ? passed : Passed.UNHEARD);
    }

    @Override
    public void close() {
        try {
            sorted.close();
        } finally {
            if (!extrasAreTaken) {
                extras.close();
            }
        }
    }

    private interface EntryTest {

        boolean test(EntryColumns page, int index);
    }
}
