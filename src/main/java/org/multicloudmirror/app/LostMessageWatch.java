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
import org.multicloudmirror.mirror.list.Lister;
import org.multicloudmirror.mirror.run.LostMessages;
import org.multicloudmirror.mirror.run.Runs;
import org.multicloudmirror.mirror.task.CopyTask;
import org.multicloudmirror.mirror.task.KeyRange;
import org.multicloudmirror.mirror.task.RangeMarker;
import org.multicloudmirror.mirror.work.CopiesInHand;
import org.multicloudmirror.mirror.work.Copy;
import org.multicloudmirror.storage.OutOfMemoryExit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks for lost messages as long as Camel runs: those that are neither in one of its queues nor in hand. */
final class LostMessageWatch implements LostMessages.Messages, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LostMessageWatch.class);

    private final CamelContext camel;
    private final Lister lister;
    private final CopiesInHand inHand;
    private final ProducerTemplate producer;
    private final LostMessages lost;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "lost-messages");
        thread.setDaemon(true);
        return thread;
    });

    @SuppressWarnings("FutureReturnValueIgnored") // each look catches what it meets
    LostMessageWatch(
            CamelContext camel,
            Runs runs,
            Lister lister,
            CopiesInHand inHand,
            ProducerTemplate producer,
            Duration period) {
        this.camel = camel;
        this.lister = lister;
        this.inHand = inHand;
        this.producer = producer;
        this.lost = new LostMessages(runs, this);
        timer.scheduleWithFixedDelay(this::look, period.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Looks once more. */
    void look() {
        try {
            lost.look();
        } catch (RuntimeException | Error e) {
            OutOfMemoryExit.check(e);
            LOG.error("it cannot be told whether a message was lost", e);
        }
    }

    @Override
    public Collection<CopyTask> tasks() {
        // the queues first: what leaves one meanwhile is in hand
        List<CopyTask> held = waiting(CopyTask.class);
        inHand.all().stream().map(Copy::task).forEach(held::add);
        return held;
    }

    @Override
    public Collection<KeyRange> ranges() {
        List<KeyRange> held = waiting(KeyRange.class);
        held.addAll(lister.listed());
        return held;
    }

    private <T> List<T> waiting(Class<T> type) {
        List<T> bodies = new ArrayList<>();
        for (Endpoint endpoint : camel.getEndpoints()) {
            if (endpoint instanceof SedaEndpoint queue) {
                for (Exchange waiting : queue.getQueue()) {
                    Object body = waiting.getMessage().getBody();
                    if (type.isInstance(body)) {
                        bodies.add(type.cast(body));
                    }
                }
            }
        }
        return bodies;
    }

    @Override
    public RangeMarker failed(KeyRange range) {
        return lister.lost(range);
    }

    /** On a thread of its own: it may be the last one, and all that follows is done on that thread. */
    @Override
    public void arrive(String runId, Object outcome) {
        Thread thread = new Thread(() -> send(runId, outcome), "lost-message");
        thread.setDaemon(true);
        thread.start();
    }

    private void send(String runId, Object outcome) {
        Exchange sent = producer.send("direct:mirror-outcome", exchange -> {
            exchange.getMessage().setHeader("MirrorRun", runId);
            exchange.getMessage().setBody(outcome);
        });
        if (sent.getException() != null) {
            LOG.error("the outcome of a lost message is lost as well", sent.getException());
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
