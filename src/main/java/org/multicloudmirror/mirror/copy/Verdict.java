package org.multicloudmirror.mirror.copy;

/** What a worker is to do with a task that it took. */
public enum Verdict {
    /** Get and put. */
    COPY,
    /** Give the destination's object the source's metadata; its bytes are the same. */
    UPDATE,
    /** Nothing: this is a dry run of that. */
    WOULD_UPDATE,
    /** Nothing: the destination's own headers tell that it holds this content. */
    EQUAL,
    /** Nothing: this is a dry run. */
    WOULD_COPY,
    /** Nothing: the run was interrupted. */
    DROPPED
}
