package org.multicloudmirror.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What runs of one scenario came to, one after another. Safe for use by many threads. */
final class PastRuns {

    private @Nullable Instant since;
    private @Nullable EndedRun last;
    private @Nullable Instant lastSuccess;
    private @Nullable Instant failingSince;
    private long count;
    private Duration sum = Duration.ZERO;
    private Duration longest = Duration.ZERO;

    /** What is known of runs before this process. */
    synchronized void seed(EndedRun run) {
        note(run, true);
    }

    /** A run of this process has ended. */
    synchronized void add(EndedRun run, boolean maySucceed) {
        note(run, maySucceed);
        count++;
        sum = sum.plus(run.duration());
        longest = longest.compareTo(run.duration()) < 0 ? run.duration() : longest;
    }

    /** Nothing that is known happened after now, whatever the clock was then. */
    synchronized void clockPutBack(Instant now) {
        since = notAfter(now, since);
        lastSuccess = notAfter(now, lastSuccess);
        failingSince = notAfter(now, failingSince);
        if (last != null && last.ended().isAfter(now)) {
            last = new EndedRun(now, last.duration(), last.status());
        }
    }

    private static @Nullable Instant notAfter(Instant now, @Nullable Instant moment) {
        return moment != null && moment.isAfter(now) ? now : moment;
    }

    private void note(EndedRun run, boolean maySucceed) {
        Instant began = run.ended().minus(run.duration());
        clockPutBack(run.ended());
        if (since == null || began.isBefore(since)) {
            since = began;
        }
        last = run;
        if (!run.isSuccess()) {
            failingSince = failingSince == null ? run.ended() : failingSince;
        } else if (maySucceed) {
            lastSuccess = run.ended();
            failingSince = null;
        }
    }

    /** When the first known one began; empty before there is one. */
    synchronized Optional<Instant> since() {
        return Optional.ofNullable(since);
    }

    synchronized Optional<EndedRun> last() {
        return Optional.ofNullable(last);
    }

    synchronized Optional<Instant> lastSuccess() {
        return Optional.ofNullable(lastSuccess);
    }

    /** When the first one ended badly that no success came after. */
    synchronized Optional<Instant> failingSince() {
        return Optional.ofNullable(failingSince);
    }

    /** How many there were in this process. */
    synchronized long count() {
        return count;
    }

    synchronized Duration sum() {
        return sum;
    }

    synchronized Duration longest() {
        return longest;
    }
}
