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
 * Whether a store is worth another request: not when so many in a row found it full, were denied or found no bucket, or when it
 * has served nobody for a while. Reads, writes, deletions and listings are counted apart, since a store may refuse the one and
 * serve the other: a success of the same kind begins anew. Silence is the whole store's, and any answer ends it. Once
 * tripped it stays so. Safe for use by many threads.
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
    private final Map<Access, Integer> missing = new EnumMap<>(Access.class);
    private final Map<Access, Outage> unserved = new EnumMap<>(Access.class);
    private @Nullable Outage silence;
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

    /**
     * One that has tripped, whatever its store does.
     *
     * @param why in one line
     */
    public static BreakerWatch thatTripped(String why) {
        BreakerWatch watch = new BreakerWatch("", 0, System::nanoTime, closed -> {});
        watch.tripped = why;
        return watch;
    }

    synchronized void succeeded(Access access) {
        answered(access);
        full.remove(access);
        denied.remove(access);
        missing.remove(access);
    }

    synchronized void failed(Access access, StoreException failure) {
        Optional<Outage.Sign> sign = Outage.Sign.of(failure);
        if (sign.isPresent()) {
            unserved(access, failure, sign.get());
            return;
        }
        answered(access);
        if (failure instanceof StoreFullException && full.merge(access, 1, Integer::sum) == limit) {
            trip("is full", access, failure);
        }
        if (failure instanceof BucketMissingException && missing.merge(access, 1, Integer::sum) == limit) {
            trip("has lost its bucket", access, failure);
        }
        // a prefix that may not be read comes in one piece, however long, and others may lie behind it
        if (failure instanceof AccessDeniedException
                && access != Access.READ
                && denied.merge(access, 1, Integer::sum) == limit) {
            trip("denies access", access, failure);
        }
    }

    private void answered(Access access) {
        silence = null;
        unserved.remove(access);
        unserved.values().removeIf(Outage::isSilent);
    }

    private void unserved(Access access, StoreException failure, Outage.Sign sign) {
        Outage ofAccess = unserved.computeIfAbsent(access, key -> new Outage(clock));
        ofAccess.add(sign);
        if (sign == Outage.Sign.SILENCE) {
            Outage ofAll = silence == null ? new Outage(clock) : silence;
            ofAll.add(sign);
            silence = ofAll;
            tripIfLasting(ofAll, "has not answered", "requests in a row", failure);
        } else {
            silence = null;
        }
        tripIfLasting(ofAccess, "has served nobody", access.word() + " in a row that failed", failure);
    }

    private void tripIfLasting(Outage outage, String what, String which, StoreException failure) {
        Duration lasting = outage.lasting();
        if (tripped == null && limit > 0 && outage.failures() >= limit && lasting.compareTo(OUTAGE) >= 0) {
            tripped = "store " + store + " " + what + " for " + lasting.toSeconds() + " s; the last of "
                    + outage.failures() + " " + which + ": " + failure.getMessage();
        }
    }

    private void trip(String what, Access access, StoreException failure) {
        tripped = "store " + store + " " + what + "; the last of " + limit + " " + access.word()
                + " in a row that failed: " + failure.getMessage();
    }

    /** Why nothing more is to be asked of the store, in one line; empty while it is. */
    public Optional<String> tripped() {
        return Optional.ofNullable(tripped);
    }

    /** Whether a failure may mean that its store serves nobody. */
    public static boolean isSignOfOutage(StoreException failure) {
        return Outage.Sign.of(failure).isPresent();
    }

    /** Whether it has served nobody for less time than an outage may last: who waits may be served. */
    public synchronized boolean isOut() {
        Outage ofAll = silence;
        return (ofAll != null && isShort(ofAll))
                || unserved.values().stream().anyMatch(outage -> outage.isTold(limit) && isShort(outage));
    }

    private static boolean isShort(Outage outage) {
        return outage.lasting().compareTo(OUTAGE) < 0;
    }

    @Override
    public void close() {
        whenClosed.accept(this);
    }
}
