package org.multicloudmirror.mirror.work;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The runs that this process may copy for, by their ids: messages carry the id. */
public final class CopyRuns {

    private final Map<String, CopyRun> runs = new ConcurrentHashMap<>();

    /** A run whose tasks may come from now on. */
    public void begin(CopyRun run) {
        runs.put(run.id(), run);
    }

    /** No more of its tasks come. */
    public void end(String id) {
        runs.remove(id);
    }

    /**
     * The run of an id.
     *
     * @throws IllegalStateException when no such run is under way
     */
    public CopyRun byId(String id) {
        CopyRun run = runs.get(id);
        if (run == null) {
            throw new IllegalStateException("no run " + id + " is under way");
        }
        return run;
    }
}
