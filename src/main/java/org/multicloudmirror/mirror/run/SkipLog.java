package org.multicloudmirror.mirror.run;

import org.multicloudmirror.mirror.task.Outcome;

/**
 * Where each object that a run leaves out is written down as the listings are merged: it costs no message, and nobody
 * keeps it. For many threads.
 */
@FunctionalInterface
public interface SkipLog {

    /** Writes how an object ended that went to no worker. */
    void write(Run run, Outcome skipped);
}
