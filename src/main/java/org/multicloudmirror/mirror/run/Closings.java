package org.multicloudmirror.mirror.run;

import org.multicloudmirror.mirror.task.Reason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a run kept on disk and needs no more: that it cannot be removed is told, and keeps no run from its end. */
public final class Closings {

    private static final Logger LOG = LoggerFactory.getLogger(Closings.class);

    private Closings() {}

    /** Removes some; where that fails, the run gets a note. */
    public static void remove(Run run, Runnable removal) {
        try {
            removal.run();
        } catch (RuntimeException e) {
            LOG.debug("{}: something is left on disk", run.scenario(), e);
            run.note("something is left in the temporary directory: " + Reason.of(e));
        }
    }
}
