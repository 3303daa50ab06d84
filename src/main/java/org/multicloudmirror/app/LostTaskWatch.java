package org.multicloudmirror.app;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.seda.SedaEndpoint;
import org.multicloudmirror.mirror.run.LostTasks;
import org.multicloudmirror.mirror.run.Runs;
import org.multicloudmirror.mirror.task.CopyTask;
import org.multicloudmirror.mirror.task.Outcome;
import org.multicloudmirror.mirror.work.CopiesInHand;
import org.multicloudmirror.mirror.work.Copy;
import org.multicloudmirror.storage.OutOfMemoryExit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks for lost tasks as long as Camel runs: those that are neither in one of its queues nor in hand. */
final class LostTaskWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LostTaskWatch.class);

    private final CamelContext camel;
    private final CopiesInHand inHand;
    private final ProducerTemplate producer;
    private final LostTasks lost;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "lost-tasks");
        thread.setDaemon(true);
        return thread;
    });

    @SuppressWarnings("FutureReturnValueIgnored") // each look catches what it meets
    LostTaskWatch(CamelContext camel, Runs runs, CopiesInHand inHand, ProducerTemplate producer, Duration period) {
        this.camel = camel;
        this.inHand = inHand;
        this.producer = producer;
        this.lost = new LostTasks(runs, this::held, this::arrive);
        timer.scheduleWithFixedDelay(this::look, period.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Looks once more. */
    void look() {
        try {
            lost.look();
        } catch (RuntimeException | Error e) {
            OutOfMemoryExit.check(e);
            LOG.error("it cannot be told whether a task was lost", e);
        }
    }

    /** The queues first: what leaves one meanwhile is in hand. */
    private Collection<CopyTask> held() {
        List<CopyTask> held = new ArrayList<>();
        for (Endpoint endpoint : camel.getEndpoints()) {
            if (endpoint instanceof SedaEndpoint queue) {
                for (Exchange waiting : queue.getQueue()) {
                    if (waiting.getMessage().getBody() instanceof CopyTask task) {
                        held.add(task);
                    }
                }
            }
        }
        inHand.all().stream().map(Copy::task).forEach(held::add);
        return held;
    }

    /** On a thread of its own: it may be the last one, and all that follows is done on that thread. */
    private void arrive(Outcome outcome) {
        Thread thread = new Thread(() -> send(outcome), "lost-task");
        thread.setDaemon(true);
        thread.start();
    }

    private void send(Outcome outcome) {
        Exchange sent = producer.send("direct:mirror-outcome", exchange -> {
            exchange.getMessage().setHeader("MirrorRun", outcome.runId());
            exchange.getMessage().setBody(outcome);
        });
        if (sent.getException() != null) {
            LOG.error("the outcome of a lost task is lost as well", sent.getException());
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
