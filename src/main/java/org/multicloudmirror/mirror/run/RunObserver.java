package org.multicloudmirror.mirror.run;

import org.multicloudmirror.mirror.options.RunMode;
import org.multicloudmirror.mirror.task.FailureClass;
import org.multicloudmirror.mirror.task.Outcome;

/** Is told of all runs while they go on, by many threads. Runs of the command line have none. */
public interface RunObserver {

    /** A run is under way. */
    void began(Run run);

    /** An outcome of it counts. */
    void arrived(Run run, Outcome outcome);

    /** One of its listings broke off. */
    void broke(Run run, FailureClass why);

    /**
     * A run has the summary that is told of it, be it one that did not come to be under way.
     *
     * @param name its options' name
     */
    void ended(String name, RunMode mode, Summary summary);
}
