package org.multicloudmirror.mirror.list;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.multicloudmirror.mirror.options.RunMode;
import org.multicloudmirror.mirror.run.Closings;
import org.multicloudmirror.mirror.run.LostMessages;
import org.multicloudmirror.mirror.run.Run;
import org.multicloudmirror.mirror.run.RunObserver;
import org.multicloudmirror.mirror.run.Runs;
import org.multicloudmirror.mirror.run.SkipLog;
import org.multicloudmirror.mirror.task.Extras;
import org.multicloudmirror.mirror.task.FailureClass;
import org.multicloudmirror.mirror.task.KeyRange;
import org.multicloudmirror.mirror.task.RangeMarker;
import org.multicloudmirror.mirror.task.RangeMarker.Ending;
import org.multicloudmirror.mirror.task.Reason;
import org.multicloudmirror.mirror.task.Skips;
import org.multicloudmirror.scenario.Location;
import org.multicloudmirror.storage.BucketMissingException;
import org.multicloudmirror.storage.Waiting;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The beginning and the end of a run's listings. */
public final class Lister {

    private static final Logger LOG = LoggerFactory.getLogger(Lister.class);

    private final Runs runs;
    private final SkipLog skips;
    private final Listers listers;
    private final SortSpace space;
    private final Map<KeyRange, RangeListing> listed = new ConcurrentHashMap<>();
    private final ExecutorService fetchers = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "page");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * @param skips gets what a run leaves out
     * @param listings how many ranges are listed at the same time
     */
    public Lister(Runs runs, SkipLog skips, int listings) {
        this(runs, skips, new Listers(listings), new SortSpace());
    }

    Lister(Runs runs, SkipLog skips, Listers listers, SortSpace space) {
        this.runs = runs;
        this.skips = skips;
        this.listers = listers;
        this.space = space;
    }

    /**
     * The range of a run whose buckets are there; a missing destination is made, unless that is refused.
     *
     * @throws BucketMissingException when the source is missing, or the destination and it is not to be made
     */
    public KeyRange plan(String runId) {
        Run run = runs.byId(runId);
        run.watchStores();
        return Waiting.until(run::isStopping, () -> whole(run));
    }

    private static KeyRange whole(Run run) {
        if (run.options().mode() == RunMode.DRY_RUN) {
            run.note("dry run: nothing is copied");
        }
        prepare(run);
        return run.ranges().whole();
    }

    /**
     * Looks whether both buckets of a run are there; a missing destination is made, unless that is refused.
     *
     * @throws BucketMissingException when the source is missing, or the destination and it is not to be made
     */
    public static void prepare(Run run) {
        Location source = run.scenario().source();
        if (!run.source().bucketExists(source.bucket())) {
            throw new BucketMissingException("the source " + bucket(source)
                    + " does not exist; check its name and the account of store " + source.store());
        }
        Location destination = run.scenario().destination();
        if (!run.destination().bucketExists(destination.bucket())) {
            create(run, destination);
        }
    }

    /** The pages of a range, in hand until it is {@link #release released}. */
    public RangeListing open(KeyRange range) {
        Run run = runs.byId(range.runId());
        run.copies().enter();
        run.ranges().open(range);
        if (isWholeRun(range)) {
            // who cuts off another range takes its lister
            listers.enter();
        }
        RangeListing listing = new RangeListing(run, range, skips, listers, space, fetchers);
        listed.put(range, listing);
        return listing;
    }

    /** Nobody has a range any more; by now it has its marker, unless a route that was edited made none. */
    public void release(KeyRange range) {
        RangeListing listing = listed.remove(range);
        if (listing != null && !listing.isClosed()) {
            close(listing, range);
        }
    }

    /** The ranges that are being listed. */
    public Collection<KeyRange> listed() {
        return listed.keySet();
    }

    /** The marker of a range whose pages have all been split. Where this throws, the range is yet to be failed. */
    public RangeMarker end(RangeListing listing) {
        RangeMarker marker = listing.marker();
        close(listing, marker.range());
        return marker;
    }

    /**
     * The marker of a range, or of a whole run, that broke off: its listing is not to be taken for a whole one.
     *
     * @param range null when it did not come to that
     * @param listing what was open, or null when it did not come to that
     */
    public RangeMarker fail(String runId, Exception failure, @Nullable KeyRange range, @Nullable RangeListing listing) {
        Run run = runs.byId(runId);
        if (listing != null) {
            Closings.remove(run, listing::close);
        }
        if (range != null && hasLister(run, range)) {
            listers.leave();
        }
        LOG.debug("the listing of {} failed", run.scenario(), failure);
        KeyRange failed = range == null ? run.ranges().whole() : range;
        Ending ending = endingBy(failure, run);
        RunObserver observer = runs.observer();
        if (observer != null && ending == Ending.FAILED) {
            observer.broke(run, FailureClass.of(failure));
        }
        return new RangeMarker(
                failed,
                ending,
                ending == Ending.FAILED ? Reason.of(failure) : "",
                run.tasks().queued(failed),
                listing == null ? 0 : listing.listed(),
                0,
                listing == null ? Skips.NONE : listing.skips(),
                Extras.NONE,
                run.ranges().cutOff(failed));
    }

    /** The marker of a range that is neither waiting nor being listed any more, and has sent none. */
    public RangeMarker lost(Run run, KeyRange range) {
        if (!isWholeRun(range) && !run.ranges().wasOpened(range)) {
            listers.leave();
        }
        boolean isStopped = run.isInterrupted();
        return new RangeMarker(
                range,
                isStopped ? Ending.STOPPED : Ending.FAILED,
                isStopped ? "" : "a part of the listing was " + LostMessages.LOST,
                run.tasks().queued(range),
                0,
                0,
                Skips.NONE,
                Extras.NONE,
                run.ranges().cutOff(range));
    }

    private void close(RangeListing listing, KeyRange range) {
        listers.leave();
        runs.find(range.runId()).ifPresent(run -> Closings.remove(run, listing::close));
    }

    private static boolean isWholeRun(KeyRange range) {
        return range.index() == 0;
    }

    /** The lister of a range that is cut off is taken with it; one that was given up has none any more. */
    private static boolean hasLister(Run run, KeyRange range) {
        return run.ranges().isOut(range) && (!isWholeRun(range) || run.ranges().wasOpened(range));
    }

    private static Ending endingBy(Exception failure, Run run) {
        // copies that are given up have their connections cut off, and a listing fails by that
        boolean isGivenUp = run.isAbandoned();
        return isGivenUp || run.letsGoOf(failure) ? RangeListing.unfinished(run) : Ending.FAILED;
    }

    private static void create(Run run, Location destination) {
        if (run.options().mode() == RunMode.CHECK) {
            run.markDestinationAbsent();
            run.note("the destination " + bucket(destination) + " does not exist");
            return;
        }
        if (!run.options().createDestination()) {
            throw new BucketMissingException(
                    "the destination " + bucket(destination) + " does not exist; create it or leave out --no-create");
        }
        if (!run.options().mode().writes()) {
            run.markDestinationAbsent();
            run.note("would create " + bucket(destination));
        } else {
            run.destination().createBucket(destination.bucket());
            run.note("created " + bucket(destination));
        }
    }

    private static String bucket(Location location) {
        return location.store() + "://" + location.bucket();
    }
}
