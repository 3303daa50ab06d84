package org.multicloudmirror.storage;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Failures in a row of which each may mean that a store serves nobody. Not safe for use by several threads. */
final class Outage {

    /** What a failure tells of the store. */
    enum Sign {
        /** No answer at all. */
        SILENCE,
        /** Something in front of the store answers that it is down, or a connection was reset. */
        TOLD,
        /** A failure like many, which may be the object's own. */
        VAGUE;

        /** Empty for the failure of a request that the store has served, be it with a refusal. */
        static Optional<Sign> of(StoreException failure) {
            if (failure instanceof UnreachableException) {
                return Optional.of(SILENCE);
            }
            if (failure instanceof OutageException) {
                return Optional.of(TOLD);
            }
            // who throttles serves others, and what arrives as other bytes arrives
            boolean isVague = failure.isTransient()
                    && !(failure instanceof ThrottledException)
                    && !(failure instanceof CorruptCopyException);
            return isVague ? Optional.of(VAGUE) : Optional.empty();
        }
    }

    /** A single one may be a slip: services answer one of many requests so every day. */
    private static final int TOLD_TWICE = 2;

    private final Map<Sign, Integer> signs = new EnumMap<>(Sign.class);
    private final LongSupplier clock;
    private final long since;

    /**
     * @param clock tells nanoseconds, from any beginning
     */
    Outage(LongSupplier clock) {
        this.clock = clock;
        this.since = clock.getAsLong();
    }

    void add(Sign sign) {
        signs.merge(sign, 1, Integer::sum);
    }

    /** How many requests in a row. */
    int failures() {
        return signs.values().stream().mapToInt(Integer::intValue).sum();
    }

    boolean isSilent() {
        return signs.keySet().stream().allMatch(Sign.SILENCE::equals);
    }

    /** Whether a failure by itself looks like an outage. */
    static boolean isLikely(StoreException failure) {
        return Sign.of(failure).filter(sign -> sign != Sign.VAGUE).isPresent();
    }

    /**
     * Whether it is one though something answers: it is when that is told more than once, and when as many requests failed in
     * whatever way as end a run.
     *
     * @param many how many that are; 0 for no number
     */
    boolean isTold(int many) {
        int sure = failures() - signs.getOrDefault(Sign.VAGUE, 0);
        return !isSilent() && (sure >= TOLD_TWICE || (many > 0 && failures() >= many));
    }

    Duration lasting() {
        return Duration.ofNanos(clock.getAsLong() - since);
    }
}
