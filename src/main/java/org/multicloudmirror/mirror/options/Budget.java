package org.multicloudmirror.mirror.options;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What the runs of one invocation may take together: time, and bytes of objects that are copied. Once it is spent, no
 * further object is begun; those in flight go on to their end. Safe for use by many threads.
 */
public final class Budget {

    /** The number of bytes that stands for no limit. */
    public static final long NO_LIMIT = Long.MAX_VALUE;

    private final @Nullable Duration time;
    private final String timeIsUp;
    private final long bytes;
    private final LongSupplier clock;
    private final long begun;
    private long taken;
    private volatile boolean isUsedUp;

    /**
     * Begins now.
     *
     * @param time null for as long as it takes
     * @param bytes {@link #NO_LIMIT} for as many as there are
     */
    public Budget(@Nullable Duration time, long bytes) {
        this(time, "--max-duration was reached", bytes);
    }

    /**
     * The same.
     *
     * @param timeIsUp what it is called when the time is up, in a few words
     */
    public Budget(@Nullable Duration time, String timeIsUp, long bytes) {
        this(time, timeIsUp, bytes, System::nanoTime);
    }

    /**
     * @param clock tells nanoseconds, from any beginning
     */
    Budget(@Nullable Duration time, String timeIsUp, long bytes, LongSupplier clock) {
        this.time = time;
        this.timeIsUp = timeIsUp;
        this.bytes = bytes;
        this.clock = clock;
        this.begun = clock.getAsLong();
    }

    /** As much as there is. */
    public static Budget unlimited() {
        return new Budget(null, NO_LIMIT);
    }

    /**
     * Takes the bytes of an object that is about to be begun. What does not fit ends the budget; but an object that
     * would not fit into a fresh one either is only left out, or it would keep all others from ever being copied.
     *
     * @param size as listed
     * @return false when it is not to be begun
     */
    public synchronized boolean take(long size) {
        if (isSpent() || size > bytes) {
            return false;
        }
        if (size > bytes - taken) {
            isUsedUp = true;
            return false;
        }
        taken += size;
        return true;
    }

    /**
     * An object that was begun turns out to have another size than was taken for it.
     *
     * @param before what was taken
     * @return false when it does not fit any more: it is to be left, and nothing is taken for it
     */
    public synchronized boolean correct(long before, long size) {
        long others = Math.max(0, taken - before);
        boolean fits = size <= before || size <= bytes - others;
        taken = fits ? others + size : others;
        isUsedUp |= !fits && size <= bytes;
        return fits;
    }

    /** Whether no further object is begun. */
    public boolean isSpent() {
        return isUsedUp || isTimeUp();
    }

    private boolean isTimeUp() {
        return time != null && Duration.ofNanos(clock.getAsLong() - begun).compareTo(time) >= 0;
    }

    /** What ended it, in a few words; empty when it is not spent. */
    public Optional<String> end() {
        if (isTimeUp()) {
            return Optional.of(timeIsUp);
        }
        return isUsedUp ? Optional.of("--max-transfer was reached") : Optional.empty();
    }

    /** Why an object was not begun. */
    public String reason() {
        return end().map(end -> end + " before it was copied").orElse("larger than --max-transfer by itself");
    }
}
