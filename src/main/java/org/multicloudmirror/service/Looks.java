package org.multicloudmirror.service;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.multicloudmirror.storage.OutOfMemoryExit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at something each second. A {@link java.util.Timer} would stand still while the clock is put back. */
final class Looks implements AutoCloseable {

    private static final int SECOND = 1;

    private static final Logger LOG = LoggerFactory.getLogger(Looks.class);

    private final String name;
    private final ScheduledExecutorService thread;

    /**
     * @param name of a thread that keeps no process alive
     */
    Looks(String name) {
        this.name = name;
        thread = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread made = new Thread(task, name);
            made.setDaemon(true);
            return made;
        });
    }

    void start(Runnable look) {
        ScheduledFuture<?> unused = thread.scheduleWithFixedDelay(() -> run(look), SECOND, SECOND, TimeUnit.SECONDS);
    }

    /** What fails once is no reason not to look again. */
    private void run(Runnable look) {
        try {
            look.run();
        } catch (RuntimeException | Error e) {
            OutOfMemoryExit.check(e);
            LOG.error("looking at the {} failed; it is looked at again", name, e);
        }
    }

    @Override
    public void close() {
        thread.shutdown();
    }
}
