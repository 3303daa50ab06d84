package org.multicloudmirror.mirror.work;

import org.multicloudmirror.mirror.options.Budget;
import org.multicloudmirror.mirror.task.CopyTask;
import org.multicloudmirror.storage.Limits;

/** How a run reaches its copies while they are at work, and what they tell it. Safe for use by many threads. */
public interface RunSignals {

    /** Whether nothing further is begun; copies in flight go on. */
    boolean isInterrupted();

    /** Whether copies in flight are given up as well. */
    boolean isAbandoned();

    /** What the run may take. */
    Budget budget();

    /** What it may read and send a second by itself. */
    Limits limits();

    /** How many objects wait for a worker or have one. */
    long open();

    /** A worker begins a task: false when one has begun it before, or its outcome has arrived. */
    boolean begin(long sequence);

    /** More bytes passed that are not an object's on its way, such as those of a backup. */
    void addBytes(long more);

    /** What is told how far an object is. */
    CopyProgress progressOf(CopyTask task);

    /** Adds a line to what the user is told at the end. */
    void note(String line);
}
