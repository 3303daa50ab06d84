package org.multicloudmirror.app;

import java.util.Collection;
import java.util.List;
import org.apache.camel.CamelContext;
import org.multicloudmirror.mirror.copy.Spool;
import org.multicloudmirror.mirror.task.CopyTask;

/**
 * What the routes hold at a moment.
 *
 * @param queuedObjects messages that wait for a worker
 * @param queuedRanges ranges that wait for a lister
 * @param inHand what workers have
 * @param spooledBytes what waits in files until its MD5 is known
 */
public record Load(int queuedObjects, int queuedRanges, Collection<CopyTask> inHand, long spooledBytes) {

    static Load of(CamelContext camel, Hands hands, Spool spool) {
        return new Load(
                new StageQueue(camel, StageQueue.TASKS).size(),
                new StageQueue(camel, StageQueue.RANGES).size(),
                List.copyOf(hands.tasks().all()),
                spool.onDisk());
    }
}
