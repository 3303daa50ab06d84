package org.multicloudmirror.mirror.task;

/** What the two listings say of one source object. */
public enum Decision {
    /** Nothing to do: no exchange, no request. */
    EQUAL("the same"),
    /** The destination has no such key. */
    COPY_MISSING("missing at the destination"),
    /** The sizes differ. */
    COPY_SIZE("another size"),
    /** The sizes are equal, and the destination was written before the source was. */
    COPY_OLDER("newer than the destination"),
    /** The listings cannot decide; the worker asks the destination. */
    INSPECT("another ETag"),
    /** The listings tell the same content; the worker asks both sides for what goes along with it. */
    INSPECT_METADATA("other metadata"),
    /** The worker reads both sides. */
    INSPECT_CONTENT("other content"),
    /** Left out by a filter, which the task names. */
    SKIP_FILTERED("filtered"),
    /** Named by the user, and not at the source. */
    SKIP_ABSENT("named by --files-from, and not at the source"),
    /** Over the size limit. */
    SKIP_TOO_LARGE("larger than --maxsize"),
    /** The key is the prefix itself, and the destination has no prefix to be the name of its copy. */
    SKIP_NO_NAME("the prefix's own marker has no name at a destination without a prefix");

    private final String reason;

    Decision(String reason) {
        this.reason = reason;
    }

    /** Why, for the report. */
    public String reason() {
        return reason;
    }

    /** Whether the object goes to a copy worker. */
    public boolean isQueued() {
        return switch (this) {
            case COPY_MISSING, COPY_SIZE, COPY_OLDER, INSPECT, INSPECT_METADATA, INSPECT_CONTENT -> true;
            case EQUAL, SKIP_FILTERED, SKIP_ABSENT, SKIP_TOO_LARGE, SKIP_NO_NAME -> false;
        };
    }
}
