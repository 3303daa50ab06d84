package org.multicloudmirror.testing;

import org.multicloudmirror.mirror.run.Run;
import org.multicloudmirror.mirror.task.CopyTask;
import org.multicloudmirror.mirror.task.Decision;
import org.multicloudmirror.mirror.work.Copy;
import org.multicloudmirror.scenario.Location;
import org.multicloudmirror.storage.ObjectEntry;
import org.multicloudmirror.storage.ObjectLocation;

/** Tasks as a listing makes them. */
public final class Tasks {

    private Tasks() {}

    /** The task of an entry, its key the same on both sides. */
    public static CopyTask of(Run run, ObjectEntry entry, Decision decision) {
        return new CopyTask(
                run.ranges().whole(),
                run.tasks().nextSequence(),
                entry,
                location(run.scenario().source(), entry.key()),
                location(run.scenario().destination(), entry.key()),
                decision,
                null,
                decision.reason());
    }

    /** The same in a worker's hands. */
    public static Copy copy(Run run, ObjectEntry entry, Decision decision) {
        return new Copy(of(run, entry, decision), run.copies());
    }

    private static ObjectLocation location(Location side, String key) {
        return new ObjectLocation(side.store(), side.bucket(), key);
    }
}
