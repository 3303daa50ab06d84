package org.multicloudmirror.mirror.task;

/** How one object that the listings did not find equal ended. */
public enum OutcomeKind {
    /** It arrived and was proven. */
    COPIED("copied"),
    /** Its bytes arrived and were proven; of what goes along with them the destination could not hold everything. */
    LOSSY("copied-with-loss"),
    /** Its bytes were there already; its metadata were changed without them. */
    UPDATED("updated"),
    /** Absent from the source, and removed from the destination or moved away there. */
    DELETED("deleted"),
    /** A dry run would have copied it. */
    WOULD_COPY("would-copy"),
    /** A dry run would have changed its metadata. */
    WOULD_UPDATE("would-update"),
    /** A dry run would have deleted it. */
    WOULD_DELETE("would-delete"),
    /** Inspected, and the same after all. */
    EQUAL("equal"),
    /** A check found other content. */
    DIFFERENT("different"),
    /** A check found that the destination lacks it. */
    MISSING("missing"),
    /** A check found that the source lacks it. */
    EXTRA("extra"),
    /** A check found nothing to tell it equal or different by. */
    UNVERIFIABLE("unverifiable"),
    /** Left out for a reason that the report names. */
    SKIPPED("skipped"),
    /** Listed, and no longer there when it was to be read. */
    GONE("gone"),
    /** In an archive: it can be read only after its owner has restored it. */
    ARCHIVED("archived"),
    /** Tried as often as allowed, in vain. */
    FAILED("failed"),
    /** Not begun: the run may take no more time or bytes, or a store does not serve any more. */
    LEFT("left"),
    /** Dropped or abandoned because the run was interrupted. */
    INTERRUPTED("interrupted");

    private final String word;

    OutcomeKind(String word) {
        this.word = word;
    }

    /** The word in reports. */
    public String word() {
        return word;
    }

    /** Whether the report has a line for it; equality is counted only. */
    public boolean isReported() {
        return this != EQUAL;
    }

    /** Whether bytes were copied, or would be. */
    public boolean isCopy() {
        return this == COPIED || this == LOSSY || this == WOULD_COPY;
    }
}
