package org.multicloudmirror.observe;

import java.time.Duration;
import java.util.Optional;
import org.multicloudmirror.mirror.run.Progress;
import org.multicloudmirror.observe.ProgressText.Worth;
import org.multicloudmirror.report.Amounts;
import org.multicloudmirror.storage.Limits;

/**
 * What to show of a run's progress, such as
 * {@code 1,200 listed, 3 of 10 done, 1.5 MB/s, 12 s left, 0 failed}.
 */
final class ProgressLine {

    private static final Duration RECENT = Duration.ofSeconds(5);

    private final Progress progress;
    private final Limits limits;
    private final RecentRate rate = new RecentRate(RECENT);
    private final TimeLeft byBytes = new TimeLeft();
    private final TimeLeft byObjects = new TimeLeft();
    private long lastBytes;

    ProgressLine(Progress progress, Limits limits) {
        this.progress = progress;
        this.limits = limits;
    }

    /**
     * The line for now.
     *
     * @param sinceLast the time since it was last asked for
     * @param stopping why the run begins nothing more, if it does not
     */
    ProgressText next(Duration sinceLast, Optional<String> stopping) {
        note(sinceLast);
        ProgressText line = new ProgressText()
                .add("", Amounts.count(progress.listed()) + " listed", Worth.LISTED)
                .add(", ", done(), Worth.DONE)
                .add(", ", Amounts.bytes(Math.round(rate.perSecond())) + "/s", Worth.RATE);
        if (limits.bandwidth().isLimited()) {
            line.add(" ", "(limit " + Amounts.bytes(limits.bandwidth().perSecond()) + "/s)", Worth.LIMIT);
        }
        if (limits.requests().isLimited()) {
            line.add(", ", "limit " + Amounts.count(limits.requests().perSecond()) + " requests/s", Worth.LIMIT);
        }
        timeLeft().ifPresent(left -> line.add(", ", Amounts.duration(left) + " left", Worth.TIME_LEFT));
        long failed = progress.failed();
        line.add(", ", Amounts.count(failed) + " failed", failed == 0 ? Worth.NO_FAILURE : Worth.FAILED);
        stopping.ifPresent(why -> line.add("; ", "stopping: " + why, Worth.STOPPING));
        return line;
    }

    private void note(Duration sinceLast) {
        long bytes = progress.bytes();
        rate.add((double) (bytes - lastBytes), sinceLast);
        lastBytes = bytes;
        byBytes.note(progress.bytesOfObjects(), sinceLast);
        byObjects.note(progress.finished(), sinceLast);
    }

    private String done() {
        String queued = Amounts.count(progress.queued()) + (progress.isListingEnded() ? "" : "+");
        return Amounts.count(progress.finished()) + " of " + queued + " done";
    }

    /** Known once the listing is over; where no byte passes, the objects tell. */
    private Optional<Duration> timeLeft() {
        if (!progress.isListingEnded()) {
            return Optional.empty();
        }
        return progress.bytesOfObjects() > 0 ? byBytes.until(progress.bytesLeft()) : byObjects.until(progress.open());
    }
}
