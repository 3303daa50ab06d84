package org.multicloudmirror.app;

import java.util.function.IntConsumer;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.multicloudmirror.storage.OutOfMemoryExit;

/** Where routes say that memory ran out. */
final class OutOfMemory implements Processor {

    private final IntConsumer exit;

    /**
     * @param exit ends the process with a code, at once
     */
    OutOfMemory(IntConsumer exit) {
        this.exit = exit;
    }

    @Override
    public void process(Exchange exchange) {
        OutOfMemoryExit.end(exit);
    }
}
