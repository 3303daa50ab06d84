package org.multicloudmirror.lease;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.multicloudmirror.storage.LeaseObjects.Found;
import org.multicloudmirror.storage.LeaseObjects.Look;
import org.multicloudmirror.storage.RejectedException;
import org.multicloudmirror.storage.Retry;
import org.multicloudmirror.storage.StoreException;
import org.multicloudmirror.storage.TransientStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A lease that a run has, until it is closed or lost. Safe for use by many threads. */
public final class Lease implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Lease.class);
    private static final Duration PATIENCE_AT_THE_END = Duration.ofSeconds(5);

    private final LeasePlace place;
    private final LeaseTerm term;
    private final LeaseClock clock;
    private final Retry retry;
    private final Consumer<String> whenLost;
    private final ReentrantLock writing = new ReentrantLock();
    private final AtomicReference<@Nullable String> lost = new AtomicReference<>();
    private LeaseText text;
    private String tag;
    private volatile long trustedUntil;
    private volatile String failure = "";
    private volatile boolean isClosed;
    private @Nullable LeaseKeeper keeper;

    /**
     * @param retry of looks on which something depends
     * @param text as it was written
     * @param tag of that
     * @param since a time of the clock from before it was written
     * @param whenLost is told once, in a line
     */
    Lease(
            LeasePlace place,
            LeaseClock clock,
            Retry retry,
            LeaseText text,
            String tag,
            long since,
            Consumer<String> whenLost) {
        this.place = place;
        this.term = new LeaseTerm(text.length());
        this.clock = clock;
        this.retry = retry;
        this.text = text;
        this.tag = tag;
        this.trustedUntil = since + term.trusted().toNanos();
        this.whenLost = whenLost;
    }

    /** Has it renewed by threads of its own from now on. */
    void keep() {
        keeper = new LeaseKeeper(this, term.betweenRenewals());
    }

    /**
     * Looks whether it is still this run's.
     *
     * @throws RejectedException when it is lost
     * @throws StoreException when the store does not tell
     */
    public void prove() {
        check();
        checkNotLost();
        Look look = retry.of(place::look);
        Found found = look.found();
        if (found == null) {
            lose("it is gone");
        } else if (!isOurs(found)) {
            loseTo(found);
        } else if (!term.holds(found, look.now())) {
            // this machine slept, and its clock with it; nobody has taken it yet
            renew();
            checkNotLost();
            checkIsHeld();
            return;
        }
        checkNotLost();
    }

    private void checkIsHeld() {
        Look look = place.look();
        Found found = look.found();
        if (found == null || !isOurs(found) || !term.holds(found, look.now())) {
            throw new TransientStoreException("the lease on " + place.where() + " could not be renewed");
        }
    }

    private void checkNotLost() {
        String why = lost.get();
        if (why != null) {
            throw new RejectedException(why);
        }
    }

    /**
     * Makes it hold for its whole length again.
     *
     * @throws StoreException when that failed for now
     */
    void renew() {
        writing.lock();
        try {
            check();
            if (isClosed || lost.get() != null) {
                return;
            }
            if (place.objects().comparesTags()) {
                renewTagged();
            } else {
                renewUntagged();
            }
            failure = "";
        } catch (StoreException e) {
            failure = ": " + e.getMessage();
            throw e;
        } finally {
            writing.unlock();
        }
    }

    private void renewTagged() {
        LeaseText next = text.renewed();
        long begun = clock.nanos();
        Optional<String> written = tag.isEmpty() ? Optional.empty() : place.replace(next, tag);
        if (written.isPresent()) {
            hold(next, written.get(), begun);
            return;
        }
        Found found = place.look().found();
        if (found == null) {
            lose("it is gone");
        } else if (isOurs(found)) {
            // an answer was lost, or told no tag
            LeaseText present = place.read(found);
            Optional<String> again = place.replace(present.renewed(), found.tag());
            again.ifPresent(it -> hold(present.renewed(), it, begun));
        } else {
            loseTo(found);
        }
    }

    /** While it holds nobody else writes there. */
    private void renewUntagged() {
        Look look = place.look();
        Found found = look.found();
        if (found == null) {
            lose("it is gone");
        } else if (!isOurs(found)) {
            loseTo(found);
        } else if (!term.holds(found, look.now())) {
            lose("it has run out");
        } else {
            LeaseText next = text.renewed();
            long begun = clock.nanos();
            Optional<String> written = place.replace(next, found.tag());
            if (clock.nanos() - trustedUntil >= 0) {
                lose("it ran out while it was renewed");
            } else {
                written.ifPresent(it -> hold(next, it, begun));
            }
        }
    }

    private void hold(LeaseText written, String as, long since) {
        text = written;
        tag = as;
        trustedUntil = since + term.trusted().toNanos();
    }

    /** Gives it up when it could not be renewed in time. */
    void check() {
        if (!isClosed && clock.nanos() - trustedUntil >= 0) {
            lose("it could not be renewed in time" + failure);
        }
    }

    private boolean isOurs(Found found) {
        return LeaseText.read(found.text())
                .filter(present -> present.token().equals(text.token()))
                .isPresent();
    }

    private void loseTo(Found found) {
        lose(LeaseText.read(found.text())
                .map(other -> "another run has it: " + other.holder())
                .orElse("another program has written there"));
    }

    private void lose(String why) {
        String line = "the lease on " + place.where() + " is lost: " + why;
        if (!isClosed && lost.compareAndSet(null, line)) {
            whenLost.accept(line);
        }
    }

    /** Gives it back; one that cannot be given back ends by itself. */
    @Override
    public void close() {
        isClosed = true;
        if (keeper != null) {
            keeper.close();
        }
        if (lost.get() != null) {
            return;
        }
        try {
            if (!writing.tryLock(PATIENCE_AT_THE_END.toMillis(), TimeUnit.MILLISECONDS)) {
                tellLeft("its renewal is still under way");
                return;
            }
            try {
                giveBack();
            } finally {
                writing.unlock();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            tellLeft("interrupted");
        }
    }

    /** Only while nobody else can have it: not every store compares what is removed. */
    private void giveBack() {
        if (clock.nanos() - trustedUntil >= 0) {
            return;
        }
        try {
            place.remove(tag);
        } catch (RuntimeException e) {
            // among them that the store is closed: the run was given up
            tellLeft(e.getMessage());
        }
    }

    private void tellLeft(@Nullable String why) {
        LOG.warn(
                "the lease on {} is not given back, and ends by itself within {} s: {}",
                place.where(),
                term.length().toSeconds(),
                why);
    }
}
