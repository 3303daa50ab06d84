package org.multicloudmirror.observe;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.multicloudmirror.mirror.run.Progress;
import org.multicloudmirror.report.Amounts;
import org.multicloudmirror.storage.Limits;

/**
 * One line on a run under way: objects, bytes a second and what limits them, the time left when it is known, failures.
 */
final class ProgressLine {

    private final Progress progress;
    private final Limits limits;
    private long lastBytes;
    private double rate;

    ProgressLine(Progress progress, Limits limits) {
        this.progress = progress;
        this.limits = limits;
    }

    /**
     * The line for now.
     *
     * @param sinceLast the time since it was last asked for; the rate is that of the recent past
     */
    String next(Duration sinceLast) {
        long bytes = progress.bytes();
        double seconds = Math.max(0.001, sinceLast.toNanos() / 1e9);
        double current = (bytes - lastBytes) / seconds;
        rate = rate == 0 ? current : 0.7 * rate + 0.3 * current;
        lastBytes = bytes;
        StringBuilder line = new StringBuilder()
                .append(count(progress.listed()))
                .append(" listed, ")
                .append(count(progress.finished()))
                .append(" of ")
                .append(count(progress.queued()))
                .append(progress.isListingEnded() ? "" : "+")
                .append(" done, ")
                .append(Amounts.bytes((long) rate))
                .append("/s");
        if (limits.bandwidth().isLimited()) {
            line.append(" (limit ")
                    .append(Amounts.bytes(limits.bandwidth().perSecond()))
                    .append("/s)");
        }
        if (limits.requests().isLimited()) {
            line.append(", limit ").append(count(limits.requests().perSecond())).append(" requests/s");
        }
        timeLeft()
                .ifPresent(
                        left -> line.append(", ").append(Amounts.duration(left)).append(" left"));
        return line.append(", ")
                .append(count(progress.failed()))
                .append(" failed")
                .toString();
    }

    /** Known once the listing is over and bytes flow. */
    private Optional<Duration> timeLeft() {
        // what is in flight has passed too; what was inspected only has finished without passing
        long bytesLeft = progress.queuedBytes() - Math.max(progress.finishedBytes(), progress.bytes());
        if (!progress.isListingEnded() || rate < 1 || bytesLeft <= 0) {
            return Optional.empty();
        }
        return Optional.of(Duration.ofSeconds((long) Math.ceil(bytesLeft / rate)));
    }

    private static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
