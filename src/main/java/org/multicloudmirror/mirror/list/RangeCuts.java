package org.multicloudmirror.mirror.list;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.multicloudmirror.mirror.run.Run;
import org.multicloudmirror.mirror.task.KeyRange;
import org.multicloudmirror.storage.Keys;
import org.multicloudmirror.storage.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shares what is left of a range with listers that have nothing to do. A range is cut when it has come some way, since
 * finding where costs requests, and again each time that it has come as far and others are idle by then: so the ranges
 * even out, however the keys lie. Both stores are asked for what comes behind each cut; where that fails, the range stays
 * whole. For one thread.
 */
final class RangeCuts {

    /** After how many objects a first cut is worth its requests. */
    private static final int WORTH = 8_000;

    /** After how many more objects another one is. */
    private static final int WORTH_AGAIN = 25_000;

    /** Where so many copies wait, it is not the listing that takes the time. */
    private static final int BACKLOG = 500;

    private static final Logger LOG = LoggerFactory.getLogger(RangeCuts.class);

    private final Run run;
    private final KeyRange range;
    private final RangeSide from;
    private final RangeSide to;
    private final RangePages source;
    private final RangePages destination;
    private final Listers listers;
    private @Nullable String until;
    private long next = WORTH;

    RangeCuts(
            Run run,
            KeyRange range,
            RangeSide from,
            RangeSide to,
            RangePages source,
            RangePages destination,
            Listers listers) {
        this.run = run;
        this.range = range;
        this.from = from;
        this.to = to;
        this.source = source;
        this.destination = destination;
        this.listers = listers;
        this.until = range.until();
    }

    /**
     * Ranges that are to be listed by others from now on; mostly none.
     *
     * @param listed how many objects of the source this range has had
     */
    List<KeyRange> cut(long listed) {
        if (listed < next || !isDivisible()) {
            return List.of();
        }
        // before anything is asked for: several ranges may be after the same lister
        int taken = listers.take();
        if (taken == 0) {
            return List.of();
        }
        List<KeyRange> ranges = List.of();
        try {
            next = listed + WORTH_AGAIN;
            ranges = cutOff(taken);
            return ranges;
        } catch (StoreException | UnsortedListingException e) {
            LOG.debug("{} is listed on without another cut", from.where(), e);
            return ranges;
        } catch (ListingStoppedException e) {
            return ranges;
        } finally {
            listers.giveBack(taken - ranges.size());
        }
    }

    private List<KeyRange> cutOff(int most) {
        // nothing that was listed already may be listed again
        String last = later(from.relative(source.last()), to.relative(destination.last()));
        RangeCutter cutter = new RangeCutter(run.source(), from.where());
        String end = until;
        PageFetcher fetcher = from.fetcher();
        List<String> keys = fetcher.fetched(() -> cutter.cuts(last, end, most));
        if (keys.isEmpty() || !fetcher.fetched(() -> keys.stream().allMatch(to::beginsBehind))) {
            return List.of();
        }
        List<KeyRange> ranges = new ArrayList<>(keys.size());
        for (int i = 0; i < keys.size(); i++) {
            ranges.add(run.ranges().cut(range, keys.get(i), i + 1 < keys.size() ? keys.get(i + 1) : until));
        }
        until = keys.get(0);
        source.endAt(from.whole(until));
        destination.endAt(to.whole(until));
        return ranges;
    }

    /** Which of the keys of a list the source lacks is known to who has seen all of it. */
    private boolean isDivisible() {
        return run.options().selection().keys() == null
                && source.hasNext()
                && !run.isStopping()
                && run.progress().queued() - run.progress().finished() < BACKLOG
                && from.listsRanges()
                && to.listsRanges();
    }

    private static String later(String a, String b) {
        return Keys.ORDER.compare(a, b) >= 0 ? a : b;
    }
}
