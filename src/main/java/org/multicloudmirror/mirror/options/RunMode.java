package org.multicloudmirror.mirror.options;

/** What a run may do with what it finds. */
public enum RunMode {
    /** Make the destination what the source is. */
    MIRROR,
    /** Tell exactly what a mirroring run would do, and write nothing. */
    DRY_RUN,
    /** Tell what is equal, what is not and what cannot be told, and write nothing. */
    CHECK;

    /** Whether the destination is written to; what writes nothing needs no lock. */
    public boolean writes() {
        return this == MIRROR;
    }
}
