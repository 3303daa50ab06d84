package org.multicloudmirror.app;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.multicloudmirror.mirror.run.Runs;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What SIGINT and SIGTERM do: no more listing, what is queued is dropped, copies in flight get their grace and are
 * then given up whole, and the report is still made. The JVM itself then exits with 130 or 143.
 */
public final class Interruption {

    private static final Logger LOG = LoggerFactory.getLogger(Interruption.class);

    /** For the report, once the copies have ended. */
    private static final Duration REPORT_TIME = Duration.ofSeconds(20);

    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch finished = new CountDownLatch(1);
    private final Runs runs;
    private final Duration grace;

    private final Runnable cutOff;

    private Interruption(Runs runs, Duration grace, Runnable cutOff) {
        this.runs = runs;
        this.grace = grace;
        this.cutOff = cutOff;
    }

    /**
     * Watches for signals until {@link #finished} is told.
     *
     * @param cutOff ends the connections of copies that outlive the grace: one that is silent would keep its worker
     */
    public static Interruption watch(Runs runs, Duration grace, Runnable cutOff) {
        Interruption interruption = new Interruption(runs, grace, cutOff);
        Runtime.getRuntime().addShutdownHook(new Thread(interruption::interrupt, "interruption"));
        return interruption;
    }

    /** Waits for a signal. */
    public void awaitSignal() {
        try {
            begun.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** All is done and reported: the process may end. */
    public void finished() {
        finished.countDown();
    }

    private void interrupt() {
        if (finished.getCount() == 0) {
            return;
        }
        boolean isUnderWay = !runs.underWay().isEmpty();
        if (isUnderWay) {
            LOG.warn("interrupted: copies in flight have {} s", grace.toSeconds());
        } else {
            LOG.warn(
                    "interrupted: no run is under way; who is yet to be told of one has {} s", REPORT_TIME.toSeconds());
        }
        runs.interrupt();
        begun.countDown();
        try {
            if (!finished.await(isUnderWay ? grace.toMillis() : 0, TimeUnit.MILLISECONDS)) {
                runs.abandon();
                cutOff.run();
                if (!finished.await(REPORT_TIME.toMillis(), TimeUnit.MILLISECONDS)) {
                    LOG.error("the report of the interrupted run could not be finished in time");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
