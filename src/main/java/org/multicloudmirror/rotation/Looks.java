package org.multicloudmirror.rotation;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at something now and each second. A {@link java.util.Timer} would stand still while the clock is put back. */
public final class Looks implements AutoCloseable {

    private static final int SECOND = 1;
    private static final Logger LOG = LoggerFactory.getLogger(Looks.class);

    private final String name;
    private final ScheduledExecutorService thread;
    private boolean isFailing;

    /**
     * @param name of a thread that keeps no process alive
     */
    public Looks(String name) {
        this.name = name;
        thread = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread made = new Thread(task, name);
            made.setDaemon(true);
            return made;
        });
    }

    /**
     * Begins.
     *
     * @param look where it fails, the first failure is told in the log, and the next look comes all the same
     */
    public void start(Runnable look) {
        ScheduledFuture<?> unused = thread.scheduleWithFixedDelay(() -> kept(look), 0, SECOND, TimeUnit.SECONDS);
    }

    private void kept(Runnable look) {
        try {
            look.run();
            isFailing = false;
        } catch (RuntimeException | LinkageError e) {
            // such as a class that a new version of the package has taken away
            if (!isFailing) {
                isFailing = true;
                LOG.error("the look at the {} failed; it is tried again each second", name, e);
            }
        }
    }

    @Override
    public void close() {
        thread.shutdown();
    }
}
