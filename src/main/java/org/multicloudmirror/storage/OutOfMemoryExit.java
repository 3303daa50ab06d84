package org.multicloudmirror.storage;

import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends the process when Java has no memory left: threads that died of it are missed by those who wait for them. The
 * launcher's {@code -XX:+ExitOnOutOfMemoryError} does so earlier; this is for who starts the jar alone.
 */
public final class OutOfMemoryExit {

    private static final int COULD_NOT_RUN = 1;

    private static final Logger LOG = LoggerFactory.getLogger(OutOfMemoryExit.class);

    private OutOfMemoryExit() {}

    /** Ends the process if that is what a failure comes of; whoever catches an {@code Error} asks. */
    public static void check(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof OutOfMemoryError) {
                end(Runtime.getRuntime()::halt);
            }
        }
    }

    /**
     * Tells that memory ran out, and ends the process.
     *
     * @param exit takes the exit code, at once
     */
    public static void end(IntConsumer exit) {
        try {
            LOG.error("out of memory: give Java more (-Xmx), or lower --process or --parts; nothing more is done");
        } finally {
            // the line may need memory, too
            exit.accept(COULD_NOT_RUN);
        }
    }
}
