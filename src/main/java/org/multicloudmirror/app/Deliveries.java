package org.multicloudmirror.app;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.multicloudmirror.delivery.Delivery;
import org.multicloudmirror.delivery.ReportFailures;
import org.multicloudmirror.mirror.run.Summary;
import org.multicloudmirror.mirror.task.Reason;
import org.multicloudmirror.mirror.work.RunMdc;
import org.multicloudmirror.scenario.Scenario;
import org.multicloudmirror.settings.Settings;
import org.multicloudmirror.storage.OutOfMemoryExit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells of runs, beside those that go on: of one scenario in the order of its runs, of different ones side by side. A mail
 * server that stalls holds up the telling and nothing else. Safe for use by several threads.
 */
public final class Deliveries {

    /** So many of one scenario wait at most; each may have a report on disk. */
    static final int MOST = 20;

    /** Those of schedules and those of routes have it one after another, of what {@link Interruption} leaves for reports. */
    public static final Duration AT_A_SIGNAL = Duration.ofSeconds(9);

    private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);

    private final Engine engine;
    private final ExecutorService threads = Executors.newCachedThreadPool(Deliveries::thread);
    private final Map<Scenario, DeliveryQueue> waiting = new HashMap<>();
    private boolean isClosed;

    public Deliveries(Engine engine) {
        this.engine = engine;
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "delivery");
        thread.setDaemon(true);
        return thread;
    }

    /** A run is about to begin: its pings are called. */
    public void started(Scenario scenario, Settings settings) {
        if (Delivery.callsPings(settings)) {
            add(scenario, new Told() {
                @Override
                public void tell() {
                    engine.send("direct:mirror-start", settings);
                }

                @Override
                public void drop(String why) {
                    LOG.debug("no ping at the start of {}: {}", scenario, why);
                }

                @Override
                public boolean isEnd() {
                    return false;
                }

                @Override
                public boolean isFailure() {
                    return false;
                }
            });
        }
    }

    /** A run has ended: the history has it when this returns, and everybody else is told in time. Its report is closed then. */
    public void ended(Delivery delivery) {
        engine.record(delivery);
        Summary summary = delivery.report().summaries().get(0);
        add(summary.scenario(), new Told() {
            @Override
            public void tell() {
                RunMdc.enter(summary.runId(), summary.scenario());
                try {
                    engine.tell(delivery);
                } finally {
                    RunMdc.leave();
                    delivery.runReport().close();
                }
            }

            @Override
            public void drop(String why) {
                LOG.error(
                        "nobody is told of run {} of {} ({}): {}; mirror history has it",
                        summary.runId(),
                        summary.scenario(),
                        summary.status().word(),
                        why);
                notTold();
                delivery.runReport().close();
            }

            @Override
            public boolean isEnd() {
                return true;
            }

            @Override
            public boolean isFailure() {
                return delivery.isFailure();
            }
        });
    }

    /** Monitoring knows it as any other that does not arrive. */
    private void notTold() {
        ReportFailures failures =
                engine.context().getRegistry().lookupByNameAndType("reportFailures", ReportFailures.class);
        if (failures != null) {
            failures.lost("mirror-report");
        }
    }

    private void add(Scenario scenario, Told told) {
        Told dropped = put(scenario, told);
        if (dropped != null) {
            dropped.drop(
                    isClosed() ? "the program ends" : MOST + " others wait for a mail server, a webhook or a hook");
        }
    }

    /** The one that gives up its place. */
    private synchronized @Nullable Told put(Scenario scenario, Told told) {
        if (isClosed) {
            return told;
        }
        DeliveryQueue queue = waiting.get(scenario);
        if (queue == null) {
            waiting.put(scenario, new DeliveryQueue(MOST, told));
            threads.execute(() -> work(scenario, told));
            return null;
        }
        return queue.add(told);
    }

    private synchronized boolean isClosed() {
        return isClosed;
    }

    private void work(Scenario scenario, Told first) {
        for (Told told = first; told != null; told = next(scenario)) {
            try {
                told.tell();
            } catch (RuntimeException e) {
                OutOfMemoryExit.check(e);
                LOG.error("{} could not be told: {}", scenario, Reason.of(e), e);
            }
        }
    }

    private synchronized @Nullable Told next(Scenario scenario) {
        DeliveryQueue queue = waiting.get(scenario);
        Told next = queue == null ? null : queue.next();
        if (next == null) {
            waiting.remove(scenario);
        }
        return next;
    }

    /**
     * Waits until all is told, and takes no more.
     *
     * @param patience how long; what is left then is named in the log
     */
    public void end(Duration patience) {
        close();
        try {
            if (!threads.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                dropAll();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void close() {
        isClosed = true;
        threads.shutdown();
    }

    private synchronized void dropAll() {
        waiting.forEach((scenario, queue) -> {
            LOG.error("{} is not told of in time: who is told takes longer than the program's end can wait", scenario);
            queue.clear().forEach(told -> told.drop("the program ends"));
        });
    }
}
