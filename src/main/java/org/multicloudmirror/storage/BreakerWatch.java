package org.multicloudmirror.storage;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.multicloudmirror.storage.CircuitBreaker.Access;

/**
 * Whether a store is worth another request: not when so many in a row found it full or were denied, reads apart, or
 * when it has not answered for a while. Any success of the same access begins anew, and any answer ends an outage. Once tripped it stays so.
 * Safe for use by many threads.
 */
public final class BreakerWatch implements AutoCloseable {

    /** Servers restart, and networks are mended, in less. */
    public static final Duration OUTAGE = Duration.ofMinutes(2);

    private final String store;
    private final int limit;
    private final LongSupplier clock;
    private final Consumer<BreakerWatch> whenClosed;
    private final Map<Access, Integer> full = new EnumMap<>(Access.class);
    private final Map<Access, Integer> denied = new EnumMap<>(Access.class);
    private int unanswered;
    private long unansweredSince;
    private volatile @Nullable String tripped;

    /**
     * @param clock tells nanoseconds, from any beginning
     */
    BreakerWatch(String store, int limit, LongSupplier clock, Consumer<BreakerWatch> whenClosed) {
        this.store = store;
        this.limit = limit;
        this.clock = clock;
        this.whenClosed = whenClosed;
    }

    synchronized void succeeded(Access access) {
        unanswered = 0;
        full.remove(access);
        denied.remove(access);
    }

    synchronized void failed(Access access, StoreException failure) {
        if (failure instanceof UnreachableException) {
            unanswered(failure);
            return;
        }
        unanswered = 0;
        if (failure instanceof StoreFullException && full.merge(access, 1, Integer::sum) == limit) {
            trip("is full", access, failure);
        }
        // a prefix that may not be read comes in one piece, however long, and others may lie behind it
        if (failure instanceof AccessDeniedException
                && access != Access.READ
                && denied.merge(access, 1, Integer::sum) == limit) {
            trip("denies access", access, failure);
        }
    }

    private void unanswered(StoreException failure) {
        if (unanswered == 0) {
            unansweredSince = clock.getAsLong();
        }
        unanswered++;
        Duration lasting = lasting();
        if (limit > 0 && unanswered >= limit && lasting.compareTo(OUTAGE) >= 0) {
            tripped = "store " + store + " has not answered for " + lasting.toSeconds() + " s; the last of "
                    + unanswered + " requests in a row: " + failure.getMessage();
        }
    }

    private Duration lasting() {
        return Duration.ofNanos(clock.getAsLong() - unansweredSince);
    }

    private void trip(String what, Access access, StoreException failure) {
        tripped = "store " + store + " " + what + "; the last of " + limit + " " + access.word()
                + " in a row that failed: " + failure.getMessage();
    }

    /** Why nothing more is to be asked of the store, in one line; empty while it is. */
    public Optional<String> tripped() {
        return Optional.ofNullable(tripped);
    }

    /** Whether it has not answered for less time than an outage may last: who waits may be served. */
    public synchronized boolean isOut() {
        return unanswered > 0 && lasting().compareTo(OUTAGE) < 0;
    }

    @Override
    public void close() {
        whenClosed.accept(this);
    }
}
