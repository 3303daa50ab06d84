package org.multicloudmirror.mirror;

import java.util.Locale;

/** How one object that the listings did not find equal ended. */
public enum OutcomeKind {
    /** It arrived and was proven. */
    COPIED,
    /** A dry run would have copied it. */
    WOULD_COPY,
    /** Inspected, and the same after all. */
    EQUAL,
    /** Left out for a reason that the report names. */
    SKIPPED,
    /** Listed, and no longer there when it was to be read. */
    GONE,
    /** In an archive: it can be read only after its owner has restored it. */
    ARCHIVED,
    /** Tried as often as allowed, in vain. */
    FAILED,
    /** Dropped or abandoned because the run was interrupted. */
    INTERRUPTED;

    /** The word in reports, such as {@code would-copy}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether the report has a line for it; equality is counted only. */
    public boolean isReported() {
        return this != EQUAL;
    }
}
