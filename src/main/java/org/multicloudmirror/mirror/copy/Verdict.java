package org.multicloudmirror.mirror.copy;

/** What a worker is to do with a task that it took. */
public enum Verdict {
    /** Get and put. */
    COPY,
    /** Nothing: the destination's own headers tell that it holds this content. */
    EQUAL,
    /** Nothing: this is a dry run. */
    WOULD_COPY,
    /** Nothing: the run was interrupted. */
    DROPPED
}
