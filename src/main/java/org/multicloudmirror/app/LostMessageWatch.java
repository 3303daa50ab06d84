package org.multicloudmirror.app;

import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.multicloudmirror.mirror.list.Lister;
import org.multicloudmirror.mirror.run.LostMessages;
import org.multicloudmirror.mirror.run.Run;
import org.multicloudmirror.mirror.run.Runs;
import org.multicloudmirror.mirror.task.CopyTask;
import org.multicloudmirror.mirror.task.KeyRange;
import org.multicloudmirror.mirror.task.RangeMarker;
import org.multicloudmirror.storage.OutOfMemoryExit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks for lost messages as long as Camel runs: those that are neither in a queue between stages nor in hand. */
final class LostMessageWatch implements LostMessages.Messages, AutoCloseable {

    /** So many looks make up the time after which something is lost. */
    private static final int LOOKS = 3;

    private static final Logger LOG = LoggerFactory.getLogger(LostMessageWatch.class);

    private final StageQueue tasks;
    private final StageQueue ranges;
    private final Lister lister;
    private final Hands hands;
    private final ProducerTemplate producer;
    private final LostMessages lost;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "lost-messages");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * @param span how long something is missing before it is lost
     */
    @SuppressWarnings("FutureReturnValueIgnored") // each look catches what it meets
    LostMessageWatch(CamelContext camel, Runs runs, Lister lister, Hands hands, Duration span) {
        this.tasks = new StageQueue(camel, StageQueue.TASKS);
        this.ranges = new StageQueue(camel, StageQueue.RANGES);
        this.lister = lister;
        this.hands = hands;
        this.producer = camel.createProducerTemplate();
        this.lost = new LostMessages(runs, this, span, System::nanoTime);
        long period = span.dividedBy(LOOKS).toMillis();
        timer.scheduleWithFixedDelay(this::look, period, period, TimeUnit.MILLISECONDS);
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
    public Optional<Collection<CopyTask>> tasks() {
        // the queue first: what leaves it meanwhile is in hand
        return tasks.waiting(CopyTask.class).map(held -> {
            held.addAll(hands.tasks().all());
            return held;
        });
    }

    @Override
    public Optional<Collection<KeyRange>> ranges() {
        return ranges.waiting(KeyRange.class).map(held -> {
            held.addAll(hands.ranges().all());
            held.addAll(lister.listed());
            return held;
        });
    }

    @Override
    public RangeMarker failed(Run run, KeyRange range) {
        return lister.lost(run, range);
    }

    /** On a thread of its own: the last outcome may come of it, and all that follows is done on that thread. */
    @Override
    public void apart(Runnable report) {
        Thread thread = new Thread(report, "lost-message");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void arrive(String runId, Object outcome) {
        Exchange sent = producer.send("direct:mirror-outcome", exchange -> {
            exchange.getMessage().setHeader("MirrorRun", runId);
            exchange.getMessage().setBody(outcome);
        });
        if (sent.getException() != null) {
            OutOfMemoryExit.check(sent.getException());
            LOG.error("the outcome of a lost message is lost as well", sent.getException());
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
