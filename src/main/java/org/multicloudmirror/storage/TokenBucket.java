package org.multicloudmirror.storage;

/**
 * What may pass at once at a rate: it fills as time goes by, up to what a quarter of a second brings. Pure: who uses it
 * tells the time, in nanoseconds of any beginning. For one thread at a time.
 */
final class TokenBucket {

    private static final double NANOS = 1e9;

    /** A second has so many slices: of many who share, each gets one often enough for its connection to stay alive. */
    private static final int SLICES = 64;

    /** More at a time would be more than a reader's buffer holds. */
    private static final long LARGEST_SLICE = 64 * 1024;

    private long rate;
    private double tokens;
    private long filled;

    /**
     * It begins empty.
     *
     * @param rate a second, from 1
     */
    TokenBucket(long rate, long now) {
        this.rate = rate;
        this.filled = now;
    }

    /** From now on it fills at another rate. */
    void refit(long perSecond, long now) {
        fill(now);
        rate = perSecond;
        tokens = Math.min(tokens, most());
    }

    /**
     * Takes a slice, or all that is wanted if that is less.
     *
     * @param wanted from 1
     * @return how much was taken; 0 when there is not enough yet
     */
    long take(long wanted, long now) {
        fill(now);
        long slice = slice(wanted);
        if (tokens < slice) {
            return 0;
        }
        tokens -= slice;
        return slice;
    }

    /** Gives back what was taken for nothing. */
    void giveBack(long unused) {
        tokens = Math.min(most(), tokens + unused);
    }

    /** The nanoseconds until {@link #take} has something, from when it was last asked. */
    long untilNext(long wanted) {
        return (long) Math.ceil((slice(wanted) - tokens) * NANOS / rate);
    }

    private void fill(long now) {
        tokens = Math.min(most(), tokens + (now - filled) / NANOS * rate);
        filled = now;
    }

    private long slice(long wanted) {
        return Math.min(wanted, Math.max(1, Math.min(LARGEST_SLICE, rate / SLICES)));
    }

    private double most() {
        return Math.max(1, rate / 4.0);
    }
}
