package org.multicloudmirror.mirror.copy;

/** What a worker is to do with a task that it took. */
public enum Verdict {
    /** Get and put. */
    COPY,
    /** Give the destination's object the source's metadata; its bytes are the same. */
    UPDATE,
    /** Get and put after all: the store does not replace the metadata alone. */
    COPY_FOR_METADATA,
    /** Nothing: this is a dry run of that. */
    WOULD_UPDATE,
    /** Nothing: the destination's own headers tell that it holds this content. */
    EQUAL,
    /** Nothing: this is a dry run. */
    WOULD_COPY,
    /** Nothing: this is a check, and the destination lacks it. */
    MISSING,
    /** Nothing: this is a check, and the content differs. */
    DIFFERENT,
    /** Nothing: this is a check, and what goes along with the same content differs. */
    OTHER_METADATA,
    /** Nothing: this is a check, and there is nothing to tell by. */
    UNVERIFIABLE,
    /** Nothing: the run may take no more. */
    LEFT,
    /** Nothing: the run was interrupted. */
    DROPPED;

    /** Whether the destination is to be written. */
    public boolean isToBeWritten() {
        return this == COPY || this == UPDATE || this == COPY_FOR_METADATA;
    }
}
