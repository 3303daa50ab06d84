package org.multicloudmirror.mirror.list;

import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.multicloudmirror.mirror.run.LostMessages;
import org.multicloudmirror.mirror.run.Run;
import org.multicloudmirror.mirror.run.SkipLog;
import org.multicloudmirror.mirror.task.CopyTask;
import org.multicloudmirror.mirror.task.Decision;
import org.multicloudmirror.mirror.task.Extras;
import org.multicloudmirror.mirror.task.KeyRange;
import org.multicloudmirror.mirror.task.RangeMarker;
import org.multicloudmirror.mirror.task.RangeMarker.Ending;
import org.multicloudmirror.mirror.task.Skips;
import org.multicloudmirror.storage.BrokenDownException;
import org.multicloudmirror.storage.ETag;
import org.multicloudmirror.storage.EntryColumns;
import org.multicloudmirror.storage.LeaseKeys;
import org.multicloudmirror.storage.ObjectEntry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The two listings of one range, merged page by page of the source in constant memory. A listing that turns out not
 * to be in UTF-8 byte order is not trusted: both sides are listed anew and sorted on disk, and the merge begins again;
 * a run that was cut into ranges by then fails. For one thread.
 */
public final class RangeListing implements Iterator<SourcePage>, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RangeListing.class);
    private static final String LEASE = "a lease between machines, which is never copied";

    private final Run run;
    private final KeyRange range;
    private final PageDecider decider;
    private final NamedKeys named;
    private final RangeSide from;
    private final RangeSide to;
    private final RangeCuts cuts;
    private final RangeMerge merge;
    private final RangeTally tally;
    private boolean isClosed;
    private boolean reachedEnd;
    private boolean hasFailed;
    private int undecided;

    /**
     * @param skips gets what is left out
     * @param listers what may take ranges that are cut off
     * @param space what sorting shares
     * @param fetchers fetch pages
     */
    RangeListing(Run run, KeyRange range, SkipLog skips, Listers listers, SortSpace space, Executor fetchers) {
        this.run = run;
        this.range = range;
        this.named = new NamedKeys(run.options().selection().keys());
        PageFetcher fetcher = new PageFetcher(run, fetchers);
        this.from = new RangeSide(run.source(), run.scenario().source(), fetcher);
        this.to = new RangeSide(
                run.isDestinationAbsent() ? null : run.destination(),
                run.scenario().destination(),
                fetcher);
        this.decider = new PageDecider(run, range, from, to, named);
        this.tally = new RangeTally(run, skips);
        RangePages source = from.pages(range);
        RangePages destination = to.pages(range);
        this.cuts = new RangeCuts(run, range, from, to, source, destination, listers);
        this.merge = new RangeMerge(
                run,
                from,
                to,
                new OrderedPages(source, from.where().toString(), from.after(range)),
                new OrderedPages(destination, to.where().toString(), to.after(range)),
                space);
    }

    /**
     * False at the end of both sides, behind a failure, and as soon as the run is to stop. Camel asks before it has the
     * page that it took decided, and that page may yet begin the merge anew: the end is reached when an empty page
     * behind the last is decided. A split that failed takes what is left without having it decided; it gets no further.
     */
    @Override
    public boolean hasNext() {
        return !reachedEnd && !hasFailed && undecided < 2 && !run.isStopping();
    }

    @Override
    public SourcePage next() {
        undecided++;
        return noting(this::nextPage);
    }

    private SourcePage nextPage() {
        try {
            return new SourcePage(this, merge.hasNext() ? merge.next() : List.of());
        } catch (UnsortedListingException e) {
            sortOnDisk(e);
            return new SourcePage(this, List.of());
        } catch (ListingStoppedException e) {
            return new SourcePage(this, List.of());
        } catch (Error e) {
            throw BrokenDownException.of(e);
        }
    }

    /** The tasks that a page of the source makes; what is equal or left out makes none. Pages come in order. */
    List<CopyTask> decide(List<ObjectEntry> entries) {
        return noting(() -> {
            if (undecided != 1) {
                throw new IllegalStateException(LostMessages.PAGE_LOST);
            }
            undecided = 0;
            return decidePage(EntryColumns.of(entries));
        });
    }

    private List<CopyTask> decidePage(EntryColumns page) {
        try {
            PageDecider.Decided found = merge.decide(decider, page);
            if (!reachedEnd && page.isEmpty() && !merge.hasNext() && !run.isStopping()) {
                end();
            }
            // only now: a page whose listing turns out to be in disorder is decided again
            tally.add(page, found);
            return found.tasks();
        } catch (UnsortedListingException e) {
            sortOnDisk(e);
            return List.of();
        } catch (ListingStoppedException e) {
            return List.of();
        }
    }

    /** Notes whether a step fails. */
    private <T> T noting(Supplier<T> step) {
        boolean isDone = false;
        try {
            T result = step.get();
            isDone = true;
            return result;
        } finally {
            hasFailed |= !isDone;
        }
    }

    /** Both sides are listed: what nobody asked for is extra, and what was asked for may be nowhere. */
    private void end() {
        merge.end();
        reachedEnd = true;
        named.unseen().forEach(key -> tally.skip(absent(from.whole(key)), null, unlisted(from.whole(key))));
    }

    private static String unlisted(String key) {
        return LeaseKeys.isOne(key) ? LEASE : Decision.SKIP_ABSENT.reason();
    }

    private static ObjectEntry absent(String key) {
        return new ObjectEntry(key, 0, ETag.NONE, Instant.EPOCH, false);
    }

    /** Ranges for listers that have nothing to do, cut off from what is left of this one; mostly none. */
    List<KeyRange> cut() {
        return merge.isSorted() ? List.of() : cuts.cut(tally.listed());
    }

    /** The indexes of those ranges so far. */
    private List<Integer> cutOff() {
        return run.ranges().cutOff(range);
    }

    /** What was left out so far. */
    Skips skips() {
        return tally.skips();
    }

    /** How many objects of the source were decided. */
    long listed() {
        return tally.listed();
    }

    /**
     * What the range promises to the outcome stage: complete only when the source was listed to its end.
     *
     * @throws IllegalStateException when pages or tasks were lost on their way
     */
    RangeMarker marker() {
        checkNothingIsLost();
        Extras extras = merge.takeExtras();
        if (tally.backups() > 0) {
            run.note("left out of the source as backups: " + tally.backups());
        }
        if (tally.unnamed() > 0) {
            run.note("left out of the source, not named by --files-from: " + tally.unnamed());
        }
        if (ending() == Ending.LIMITED && run.trouble().isPresent()) {
            run.note("the listing stopped " + tally.place());
        }
        return new RangeMarker(
                range,
                ending(),
                "",
                run.tasks().queued(range),
                tally.listed(),
                tally.equal(),
                tally.skips(),
                extras,
                cutOff());
    }

    private void checkNothingIsLost() {
        if (!run.isStopping() && (undecided > 0 || !reachedEnd)) {
            throw new IllegalStateException(LostMessages.PAGE_LOST);
        }
        long lost = tally.tasks() - run.tasks().asked(range);
        if (ending() == Ending.COMPLETE && lost > 0) {
            throw new IllegalStateException(LostMessages.objectsLost(lost));
        }
    }

    private Ending ending() {
        return reachedEnd ? Ending.COMPLETE : unfinished(run);
    }

    /** How a listing ends of a run that was to stop. */
    static Ending unfinished(Run run) {
        return run.isInterrupted() ? Ending.STOPPED : Ending.LIMITED;
    }

    boolean isClosed() {
        return isClosed;
    }

    @Override
    public void close() {
        isClosed = true;
        merge.close();
    }

    private void sortOnDisk(UnsortedListingException why) {
        if (!range.isWhole() || !cutOff().isEmpty()) {
            throw why.inCutRun();
        }
        try {
            LOG.warn("{}; both sides are listed anew and sorted on disk", why.getMessage());
            run.note(why.getMessage() + "; it was sorted on disk");
            merge.sort(tally.decided(), tally::clear);
        } catch (ListingStoppedException e) {
            LOG.debug("the run stops while {} and {} are sorted", from.where(), to.where());
        }
    }
}
