package org.multicloudmirror.storage;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * How long the present thread waits for a store between two requests: a run that is to stop waits no longer. It is told for
 * the thread, since the stores that wait are shared by all runs.
 */
public final class Waiting {

    /** How often it is looked whether to wait on. */
    static final Duration LOOK = Duration.ofMillis(200);

    private static final ThreadLocal<BooleanSupplier> END = ThreadLocal.withInitial(() -> () -> false);

    private Waiting() {}

    /**
     * Does some work whose waits end, and are followed by no further attempt, as soon as it is told so, or by whoever
     * called it.
     *
     * @param end whether to wait no longer; asked some times a second
     */
    public static <T> T until(BooleanSupplier end, Supplier<T> work) {
        BooleanSupplier before = END.get();
        END.set(() -> end.getAsBoolean() || before.getAsBoolean());
        try {
            return work.get();
        } finally {
            END.set(before);
        }
    }

    /** Whether to wait no longer. */
    static boolean isOver() {
        return END.get().getAsBoolean();
    }

    /**
     * Waits.
     *
     * @return false when it ended early, or the thread is interrupted
     */
    static boolean lasts(Duration time) {
        long begun = System.nanoTime();
        while (!isOver() && !Thread.currentThread().isInterrupted()) {
            long left = time.toNanos() - (System.nanoTime() - begun);
            if (left <= 0) {
                return true;
            }
            LockSupport.parkNanos(Math.min(left, LOOK.toNanos()));
        }
        return false;
    }
}
