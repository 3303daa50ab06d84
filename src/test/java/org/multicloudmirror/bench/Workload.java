package org.multicloudmirror.bench;

/**
 * The objects of a row, as the load server generates them.
 *
 * @param shape of the keys, {@code flat} or {@code nested}
 * @param size of each object, in bytes
 */
record Workload(String shape, long count, long size, Destination destination) {

    /** What is at the destination before a run. */
    enum Destination {
        /** No bucket: everything is copied. */
        EMPTY,
        /** The same objects: nothing is. */
        SAME,
        /** The same, but one changed and one missing. */
        TWO_DIFFER
    }

    private static final long LARGE = 16L << 20;
    private static final long SMALLEST_LARGE = 1L << 20;

    static Workload flat(long count, long size, Destination destination) {
        return new Workload("flat", count, size, destination);
    }

    boolean isLarge() {
        return size > LARGE;
    }

    /** The same with fewer objects, or smaller ones where they are large. */
    Workload scaled(double factor) {
        return isLarge()
                ? new Workload(shape, count, Math.max(SMALLEST_LARGE, (long) (size * factor)), destination)
                : new Workload(shape, Math.min(count, Math.max(4, (long) (count * factor))), size, destination);
    }

    /** How many objects a run copies. */
    long copies() {
        return switch (destination) {
            case EMPTY -> count;
            case SAME -> 0;
            case TWO_DIFFER -> 2;
        };
    }

    /** What the load server is told of the bucket that is read. */
    String source() {
        return describe(-1, -1);
    }

    /** What the load server is told of the bucket that is written and there already. */
    String copy() {
        return destination == Destination.TWO_DIFFER ? describe(count / 4, count / 2) : describe(-1, -1);
    }

    private String describe(long changed, long missing) {
        return shape + " " + count + " " + size + " " + changed + " " + missing;
    }
}
