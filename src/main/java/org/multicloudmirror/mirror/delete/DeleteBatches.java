package org.multicloudmirror.mirror.delete;

import java.util.Iterator;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.LongAdder;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.multicloudmirror.mirror.outcome.Tally;
import org.multicloudmirror.storage.OutOfMemoryExit;
import org.multicloudmirror.storage.Waiting;

/**
 * Sends what is to be deleted to a route, some batches at a time, and comes back when the last of them is through. One run
 * has as many under way as objects are copied at a time; no more than these are in memory.
 */
public final class DeleteBatches implements AutoCloseable {

    private final Deletions deletions;
    private final int most;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "delete");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * @param most how many batches of a run are under way at a time
     */
    public DeleteBatches(Deletions deletions, int most) {
        this.deletions = deletions;
        this.most = most;
    }

    /**
     * Deletes what a run is to delete; whatever ends it early is noted in the tally.
     *
     * @param route what takes a batch as its body, and the run and the tally beside it
     */
    public void run(String runId, Tally tally, String route, Exchange exchange) {
        ProducerTemplate producer = exchange.getContext().createProducerTemplate();
        int most = Math.min(this.most, deletions.most(runId));
        Semaphore turns = new Semaphore(most);
        LongAdder sent = new LongAdder();
        long before = tally.outcomes();
        try {
            Iterator<DeleteBatch> batches = deletions.batches(runId, tally);
            while (batches.hasNext()) {
                DeleteBatch batch = batches.next();
                turns.acquireUninterruptibly();
                begin(turns, () -> {
                    if (send(producer, route, batch, tally)) {
                        sent.add(batch.entries().size());
                    }
                });
            }
        } catch (RuntimeException | Error e) {
            // among them that there is no further thread, which those under way do without
            deletions.broken(tally, e);
        } finally {
            // the run may end, and its lock be given back, when no batch is under way
            turns.acquireUninterruptibly(most);
            deletions.checkNothingIsLost(tally, sent.sum() - (tally.outcomes() - before));
        }
    }

    private void begin(Semaphore turns, Runnable batch) {
        try {
            threads.execute(() -> {
                try {
                    batch.run();
                } finally {
                    turns.release();
                }
            });
        } catch (RejectedExecutionException | OutOfMemoryError e) {
            turns.release();
            throw e;
        }
    }

    /** False when that broke off, which is noted. */
    private boolean send(ProducerTemplate producer, String route, DeleteBatch batch, Tally tally) {
        try {
            Exchange sent = Waiting.until(
                    () -> deletions.isStopping(batch.runId()),
                    () -> producer.send(route, exchange -> {
                        exchange.getMessage().setHeader("MirrorRun", batch.runId());
                        exchange.setProperty("MirrorTally", tally);
                        exchange.getMessage().setBody(batch);
                    }));
            Exception failure = sent.getException();
            if (failure != null) {
                deletions.broken(tally, failure);
            }
            return failure == null;
        } catch (RuntimeException | Error e) {
            OutOfMemoryExit.check(e);
            deletions.broken(tally, e);
            return false;
        }
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}
