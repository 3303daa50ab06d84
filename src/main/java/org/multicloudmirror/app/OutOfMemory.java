package org.multicloudmirror.app;

import java.io.PrintStream;
import java.util.function.IntConsumer;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/**
 * Ends the process when Java has no memory left: threads that died of it are missed by those who wait for them. The
 * launcher's {@code -XX:+ExitOnOutOfMemoryError} does so earlier; this is for who starts the jar alone.
 */
final class OutOfMemory implements Processor {

    private static final int COULD_NOT_RUN = 1;

    private final PrintStream err;
    private final IntConsumer exit;

    /**
     * @param exit ends the process with a code, at once
     */
    OutOfMemory(PrintStream err, IntConsumer exit) {
        this.err = err;
        this.exit = exit;
    }

    @Override
    public void process(Exchange exchange) {
        end();
    }

    /** Ends the process if this is what a thread died of. */
    void endIfIn(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof OutOfMemoryError) {
                end();
                return;
            }
        }
    }

    private void end() {
        // no logger, no formatting: they would need memory
        err.println("multi-cloud-mirror: out of memory: give Java more (-Xmx), or lower --process or --parts");
        exit.accept(COULD_NOT_RUN);
    }
}
