package org.multicloudmirror.mirror.list;

import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.multicloudmirror.mirror.list.EntryCursor.Passed;
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
import org.multicloudmirror.storage.Keys;
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

    private final Run run;
    private final KeyRange range;
    private final PageDecider decider;
    private final NamedKeys named;
    private final RangeSide from;
    private final RangeSide to;
    private final RangeCuts cuts;
    private final SortSpace space;
    private final SortedSides sorted;
    private final SkipCount skipped;
    private Iterator<List<ObjectEntry>> source;
    private EntryCursor destination;
    private GatheredExtras extras;
    private boolean extrasAreTaken;
    private KeyTrail decided = KeyTrail.NONE;
    private boolean isClosed;
    private boolean reachedEnd;
    private boolean hasFailed;
    private int undecided;
    private long backups;
    private long listed;
    private String last = "";
    private long equal;

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
        this.space = space;
        this.sorted = new SortedSides(space, from, to);
        this.skipped = new SkipCount(run, skips);
        RangePages sourcePages = from.pages(range);
        RangePages destinationPages = to.pages(range);
        this.cuts = new RangeCuts(run, range, from, to, sourcePages, destinationPages, listers);
        this.source = new OrderedPages(sourcePages, from.where().toString(), from.after(range));
        this.extras = new GatheredExtras(run, space);
        this.destination =
                destination(new OrderedPages(destinationPages, to.where().toString(), to.after(range)), this::addExtra);
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
            return new SourcePage(this, source.hasNext() ? source.next() : List.of());
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
        undecided = 0;
        return noting(() -> decidePage(EntryColumns.of(entries)));
    }

    private List<CopyTask> decidePage(EntryColumns page) {
        try {
            PageDecider.Decided found = decider.decide(page, destination, extras);
            if (!reachedEnd && page.isEmpty() && !source.hasNext() && !run.isStopping()) {
                end();
            }
            // only now: a page whose listing turns out to be in disorder is decided again
            found.leftOut().forEach(task -> skipped.add(task.entry(), task.present(), task.reason()));
            decided = decided.then(page);
            listed += page.size();
            last = page.isEmpty() ? last : page.get(page.size() - 1).key();
            equal += found.equal();
            backups += found.backups();
            run.progress().addListed(page.size());
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

    private void addExtra(EntryColumns page, int index) {
        extras.add(page.get(index));
    }

    /** Both sides are listed: what nobody asked for is extra, and what was asked for may be nowhere. */
    private void end() {
        if (run.gathersExtras()) {
            destination.end();
        }
        reachedEnd = true;
        named.unseen().forEach(key -> skipped.add(absent(from.whole(key)), null, Decision.SKIP_ABSENT.reason()));
    }

    private static ObjectEntry absent(String key) {
        return new ObjectEntry(key, 0, ETag.NONE, Instant.EPOCH, false);
    }

    /** Ranges for listers that have nothing to do, cut off from what is left of this one; mostly none. */
    List<KeyRange> cut() {
        return sorted.isBegun() ? List.of() : cuts.cut(listed);
    }

    /** The indexes of those ranges so far. */
    private List<Integer> cutOff() {
        return run.ranges().cutOff(range);
    }

    /** What was left out so far. */
    Skips skips() {
        return skipped.skips();
    }

    /** How many objects of the source were decided. */
    long listed() {
        return listed;
    }

    /** What the range promises to the outcome stage: complete only when the source was listed to its end. */
    RangeMarker marker() {
        extras.end();
        extrasAreTaken = run.gathersExtras();
        if (backups > 0) {
            run.note("left out of the source as backups: " + backups);
        }
        if (named.passed() > 0) {
            run.note("left out of the source, not named by --files-from: " + named.passed());
        }
        if (ending() == Ending.LIMITED && run.trouble().isPresent()) {
            run.note("the listing stopped "
                    + (last.isEmpty() ? "before its first key" : "behind " + Keys.printable(last)));
        }
        return new RangeMarker(
                range,
                ending(),
                "",
                run.tasks().queued(range),
                listed,
                equal,
                skips(),
                run.gathersExtras() ? extras : Extras.NONE,
                cutOff());
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
        try {
            sorted.close();
        } finally {
            if (!extrasAreTaken) {
                extras.close();
            }
        }
    }

    private void sortOnDisk(UnsortedListingException why) {
        if (!range.isWhole() || !cutOff().isEmpty()) {
            throw why.inCutRun();
        }
        try {
            beginSorted(why);
        } catch (ListingStoppedException e) {
            LOG.debug("the run stops while {} and {} are sorted", from.where(), to.where());
        }
    }

    private void beginSorted(UnsortedListingException why) {
        LOG.warn("{}; both sides are listed anew and sorted on disk", why.getMessage());
        run.note(why.getMessage() + "; it was sorted on disk");
        extras.close();
        extras = new GatheredExtras(run, space);
        EntryTest isOfSource = sortSource();
        destination = destination(sorted.destination(), (page, index) -> {
            if (isOfSource.test(page, index)) {
                extras.count(1);
            } else {
                extras.add(page.get(index));
            }
        });
    }

    /** What was decided is left out where the source lists it again as it did; otherwise all is decided again. */
    private EntryTest sortSource() {
        try {
            SortedSides.Undecided undecided = sorted.source(decided);
            source = undecided.pages();
            return (page, index) -> undecided.leavesOut(page, index, to.prefixLength());
        } catch (UndecidedPages.ChangedBeginningException e) {
            LOG.warn("the listing of {} changes its order; objects that were counted are counted again", from.where());
            listed = 0;
            equal = 0;
            skipped.clear();
            source = sorted.source();
            return (page, index) -> false;
        }
    }

    private EntryCursor destination(Iterator<List<ObjectEntry>> pages, Passed passed) {
        return new EntryCursor(pages, to.prefixLength(), run.gathersExtras() ? passed : Passed.UNHEARD);
    }

    private interface EntryTest {

        boolean test(EntryColumns page, int index);
    }
}
