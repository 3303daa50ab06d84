package org.multicloudmirror.mirror.parts;

import java.util.List;
import org.multicloudmirror.mirror.task.CopyTask;
import org.multicloudmirror.mirror.work.Copy;
import org.multicloudmirror.mirror.work.CopyRun;
import org.multicloudmirror.storage.ObjectInfo;
import org.multicloudmirror.storage.PartLayout;

/**
 * One object that may be copied in parts, planned.
 *
 * @param object in work
 * @param source as its own headers tell it
 * @param layouts what the source may have been put together from, the likeliest first; none when that is not known
 * @param plan the parts that it is written in; none for an object that is better got and put in one piece
 */
public record PartedCopy(Copy object, ObjectInfo source, List<PartLayout> layouts, PartPlan plan) {

    public PartedCopy {
        layouts = List.copyOf(layouts);
    }

    /** What was queued. */
    CopyTask task() {
        return object.task();
    }

    /** The run that it belongs to. */
    CopyRun run() {
        return object.run();
    }

    /** The same as one part. */
    PartedCopy whole() {
        return new PartedCopy(object, source, layouts, new PartPlan(List.of(source.size())));
    }

    /** Whether it is better got and put in one piece. */
    public boolean isSingle() {
        return plan.sizes().isEmpty();
    }
}
