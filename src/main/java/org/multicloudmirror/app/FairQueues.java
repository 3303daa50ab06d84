package org.multicloudmirror.app;

import java.util.concurrent.BlockingQueue;
import org.apache.camel.Exchange;
import org.apache.camel.component.seda.BlockingQueueFactory;
import org.apache.camel.component.seda.SedaConstants;
import org.multicloudmirror.mirror.options.RunShare;
import org.multicloudmirror.mirror.run.Runs;
import org.multicloudmirror.mirror.task.CopyTask;

/** Makes the queues of {@code seda}: in each, runs take turns. */
final class FairQueues implements BlockingQueueFactory<Exchange>, Lanes.Runs {

    private final Runs runs;

    FairQueues(Runs runs) {
        this.runs = runs;
    }

    @Override
    public BlockingQueue<Exchange> create() {
        return create(SedaConstants.QUEUE_SIZE);
    }

    @Override
    public BlockingQueue<Exchange> create(int length) {
        return new FairQueue(length, this);
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
