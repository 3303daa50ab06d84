package org.multicloudmirror.mirror.parts;

import java.util.Optional;
import org.multicloudmirror.mirror.work.CopyRun;
import org.multicloudmirror.mirror.work.CopyRuns;
import org.multicloudmirror.scenario.Location;
import org.multicloudmirror.storage.ObjectStore;
import org.multicloudmirror.storage.RejectedException;

/**
 * The containers that hold the parts of other containers' objects: their content is mirrored with those objects, and nothing
 * else is to be written or deleted there.
 */
public final class SegmentContainers {

    private final CopyRuns runs;
    private final boolean isAllowed;

    /**
     * @param isAllowed whether they may be mirrored as content all the same
     */
    public SegmentContainers(CopyRuns runs, boolean isAllowed) {
        this.runs = runs;
        this.isAllowed = isAllowed;
    }

    /**
     * Looks at both sides of a run.
     *
     * @throws RejectedException when one is for parts
     */
    public void check(String runId) {
        CopyRun run = runs.byId(runId);
        if (!isAllowed) {
            checkSource(run.scenario().source(), run.source());
            checkDestination(run.scenario().destination(), run.destination());
        }
    }

    /**
     * Looks at a source.
     *
     * @throws RejectedException when it holds parts
     */
    public static void checkSource(Location source, ObjectStore store) {
        whole(source, store).ifPresent(whole -> {
            throw new RejectedException("the source " + source.ofBucket() + " holds the parts of large objects in "
                    + whole + ", which are mirrored with them; write " + whole + ", or add --segments");
        });
    }

    /**
     * Looks at a destination.
     *
     * @throws RejectedException when it is for parts, be it there already or not
     */
    public static void checkDestination(Location destination, ObjectStore store) {
        whole(destination, store).ifPresent(whole -> {
            throw new RejectedException("the destination " + destination.ofBucket()
                    + " is for the parts of large objects in " + whole
                    + ", which would be damaged; write to another container, or add --segments");
        });
    }

    private static Optional<Location> whole(Location place, ObjectStore store) {
        return place.whole().filter(whole -> store.bucketExists(whole.bucket()));
    }
}
