package org.multicloudmirror.app;

import java.util.Map;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.MDC;

/**
 * Threads for those who are told of a run at the same time, so that one that stalls holds up no other. Their lines of the
 * log name the run as the thread does that has them told.
 */
final class DeliveryThreads extends ThreadPoolExecutor {

    private static final int IDLE_SECONDS = 10;

    DeliveryThreads() {
        super(0, Integer.MAX_VALUE, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), work -> {
            Thread thread = new Thread(work, "telling");
            thread.setDaemon(true);
            return thread;
        });
    }

    @Override
    public void execute(Runnable work) {
        Map<String, String> context = MDC.getCopyOfContextMap();
        super.execute(() -> {
            MDC.setContextMap(context == null ? Map.of() : context);
            try {
                work.run();
            } finally {
                MDC.clear();
            }
        });
    }
}
