package org.multicloudmirror.service;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Looks at something each second. A {@link java.util.Timer} would stand still while the clock is put back. */
final class Looks implements AutoCloseable {

    private static final int SECOND = 1;

    private final ScheduledExecutorService thread;

    /**
     * @param name of a thread that keeps no process alive
     */
    Looks(String name) {
        thread = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread made = new Thread(task, name);
            made.setDaemon(true);
            return made;
        });
    }

    void start(Runnable look) {
        ScheduledFuture<?> unused = thread.scheduleWithFixedDelay(look, SECOND, SECOND, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        thread.shutdown();
    }
}
