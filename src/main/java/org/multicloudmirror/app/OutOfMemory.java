package org.multicloudmirror.app;

import java.util.function.IntConsumer;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends the process when Java has no memory left: threads that died of it are missed by those who wait for them. The
 * launcher's {@code -XX:+ExitOnOutOfMemoryError} does so earlier; this is for who starts the jar alone.
 */
final class OutOfMemory implements Processor {

    private static final int COULD_NOT_RUN = 1;

    private static final Logger LOG = LoggerFactory.getLogger(OutOfMemory.class);

    private final IntConsumer exit;

    /**
     * @param exit ends the process with a code, at once
     */
    OutOfMemory(IntConsumer exit) {
        this.exit = exit;
    }

    @Override
    public void process(Exchange exchange) {
        try {
            LOG.error("out of memory: give Java more (-Xmx), or lower --process or --parts; nothing more is done");
        } finally {
            // the line may need memory, too
            exit.accept(COULD_NOT_RUN);
        }
    }
}
