package org.multicloudmirror.app;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.Exchange;
import org.apache.camel.component.seda.BlockingQueueFactory;
import org.apache.camel.component.seda.SedaConstants;
import org.multicloudmirror.mirror.options.RunShare;
import org.multicloudmirror.mirror.run.Runs;
import org.multicloudmirror.mirror.task.CopyTask;

/** Makes the queues of {@code seda}: in each, runs take turns. */
final class FairQueues implements BlockingQueueFactory<Exchange>, Lanes.Runs {

    private final Runs runs;
    private final List<FairQueue> made = new CopyOnWriteArrayList<>();

    FairQueues(Runs runs) {
        this.runs = runs;
    }

    @Override
    public BlockingQueue<Exchange> create() {
        return create(SedaConstants.QUEUE_SIZE);
    }

    @Override
    public BlockingQueue<Exchange> create(int length) {
        FairQueue queue = new FairQueue(length, this);
        made.add(queue);
        return queue;
    }

    /** Whoever polls one of them waits for nothing from now on. */
    void close() {
        made.forEach(FairQueue::close);
    }

    @Override
    public int most(Exchange message) {
        return message.getMessage().getBody() instanceof CopyTask task
                ? runs.find(task.runId())
                        .map(run -> run.options().share().copies())
                        .orElse(RunShare.ALL)
                : RunShare.ALL;
    }

    @Override
    public boolean isUnderWay(String run) {
        return runs.find(run).isPresent();
    }
}
