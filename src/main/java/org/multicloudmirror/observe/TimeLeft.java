package org.multicloudmirror.observe;

import java.time.Duration;
import java.util.Optional;

/** How long it takes until something is done, by how fast it went lately. Nothing is told while that would be a guess. */
final class TimeLeft {

    private static final Duration CONSTANT = Duration.ofSeconds(30);
    private static final Duration TOO_EARLY = Duration.ofSeconds(3);
    private static final Duration TOO_SILENT = Duration.ofSeconds(30);
    private static final Duration TOO_LONG = Duration.ofDays(30);

    private final RecentRate rate = new RecentRate(CONSTANT);
    private long last;
    private Duration measured = Duration.ZERO;
    private Duration silent = Duration.ZERO;

    /**
     * So much is done now, what had to be done again included.
     *
     * @param sinceLast the time since it was last told
     */
    void note(long done, Duration sinceLast) {
        long more = Math.max(0, done - last);
        last = done;
        if (more == 0 && measured.isZero()) {
            return;
        }
        measured = measured.plus(sinceLast);
        silent = more > 0 ? Duration.ZERO : silent.plus(sinceLast);
        rate.add((double) more, sinceLast);
    }

    /** How long so much will take. */
    Optional<Duration> until(long left) {
        boolean isGuess = measured.compareTo(TOO_EARLY) < 0 || silent.compareTo(TOO_SILENT) > 0;
        double seconds = left / Math.max(1e-9, rate.perSecond());
        return left <= 0 || isGuess || seconds > TOO_LONG.toSeconds()
                ? Optional.empty()
                : Optional.of(Duration.ofSeconds(Math.max(1, Math.round(seconds))));
    }
}
