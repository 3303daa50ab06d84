package org.multicloudmirror.lease;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.multicloudmirror.storage.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Renews a lease on one thread, and looks on another one whether that came in time: a store may not answer. */
final class LeaseKeeper implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LeaseKeeper.class);

    /** How often it is tried again in the time between two renewals. */
    private static final int TRIES = 4;

    private static final Duration LOOK = Duration.ofMillis(500);

    private final Lease lease;
    private final Duration between;
    private final ScheduledThreadPoolExecutor threads = new ScheduledThreadPoolExecutor(2, task -> {
        Thread thread = new Thread(task, "lease");
        thread.setDaemon(true);
        return thread;
    });

    LeaseKeeper(Lease lease, Duration between) {
        this.lease = lease;
        this.between = between;
        threads.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        checkLater();
        renewAfter(between);
    }

    private void renewAfter(Duration time) {
        later(this::renew, time);
    }

    private void checkLater() {
        later(this::check, LOOK);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // what fails is done again, until the lease is lost
    private void later(Runnable task, Duration time) {
        if (!threads.isShutdown()) {
            threads.schedule(task, time.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void check() {
        try {
            lease.check();
        } finally {
            checkLater();
        }
    }

    private void renew() {
        Duration next = between;
        try {
            lease.renew();
        } catch (StoreException e) {
            LOG.debug("a lease could not be renewed", e);
            next = between.dividedBy(TRIES);
        } finally {
            renewAfter(next);
        }
    }

    /** What is under way ends by itself: its answer tells what is to be removed. */
    @Override
    public void close() {
        threads.shutdown();
    }
}
