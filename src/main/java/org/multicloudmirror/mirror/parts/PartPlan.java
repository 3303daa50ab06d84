package org.multicloudmirror.mirror.parts;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.multicloudmirror.storage.PartLimits;
import org.multicloudmirror.storage.RejectedException;

/**
 * The parts that an object is written in: those that it has, where the destination takes them; neighbours joined where
 * they are too many or too small, cut where they are too large.
 *
 * @param sizes of the parts, in bytes
 */
public record PartPlan(List<Long> sizes) {

    private static final long MIB = 1 << 20;

    public PartPlan {
        sizes = List.copyOf(sizes);
    }

    /** One part: where it begins and how long it is, in bytes; {@code index} counts from 0. */
    public record Part(int index, long offset, long length) {}

    /**
     * The plan of an object.
     *
     * @param size in bytes, at least 1
     * @param present the sizes of the parts that it has; none when it has none
     * @param partSize what a part should have where there is a choice
     * @throws RejectedException when the destination cannot hold it in any parts
     */
    static PartPlan of(long size, List<Long> present, PartLimits limits, long partSize) {
        PartPlan kept = new PartPlan(present.isEmpty() ? List.of() : aligned(size, present, limits, partSize));
        if (kept.fits(limits)) {
            return kept;
        }
        PartPlan even = new PartPlan(even(size, unit(size, limits, partSize)));
        if (even.fits(limits)) {
            return even;
        }
        throw new RejectedException(size + " bytes are more than the destination holds in " + limits.mostParts()
                + " parts of at most " + limits.mostPart() + " bytes");
    }

    /** The parts, in their order. */
    public List<Part> parts() {
        List<Part> parts = new ArrayList<>(sizes.size());
        long offset = 0;
        for (int index = 0; index < sizes.size(); index++) {
            parts.add(new Part(index, offset, sizes.get(index)));
            offset += sizes.get(index);
        }
        return parts;
    }

    private boolean fits(PartLimits limits) {
        int last = sizes.size() - 1;
        return last >= 0
                && sizes.size() <= limits.mostParts()
                && sizes.stream().allMatch(size -> size <= limits.mostPart())
                && sizes.subList(0, last).stream().allMatch(size -> size >= limits.leastPart())
                && (!limits.areEqual() || areEqual(last));
    }

    private boolean areEqual(int last) {
        return sizes.subList(0, last).stream().allMatch(size -> size.equals(sizes.get(0)))
                && sizes.get(last) <= sizes.get(0);
    }

    private static List<Long> aligned(long size, List<Long> present, PartLimits limits, long partSize) {
        boolean isTooMany = present.size() > limits.mostParts();
        // one place is for what is left of the last group
        long least = isTooMany ? ceiling(size, Math.max(1, limits.mostParts() - 1)) : limits.leastPart();
        List<Long> sizes = new ArrayList<>();
        long group = 0;
        for (long part : present) {
            if (group > 0 && group + part > limits.mostPart()) {
                sizes.add(group);
                group = 0;
            }
            if (part > limits.mostPart()) {
                sizes.addAll(cut(part, limits, unit(size, limits, partSize)));
            } else {
                group += part;
            }
            if (group >= least) {
                sizes.add(group);
                group = 0;
            }
        }
        if (group > 0) {
            sizes.add(group);
        }
        return sizes;
    }

    /** Pieces of nearly one size, none of which is smaller than the unit. */
    private static List<Long> cut(long part, PartLimits limits, long unit) {
        long count = Math.max(ceiling(part, limits.mostPart()), part / unit);
        List<Long> pieces = new ArrayList<>();
        for (long piece = 0; piece < count; piece++) {
            pieces.add(part / count + (piece < part % count ? 1 : 0));
        }
        return pieces;
    }

    private static List<Long> even(long size, long unit) {
        List<Long> sizes = new ArrayList<>(Collections.nCopies(Math.toIntExact((size - 1) / unit), unit));
        sizes.add(size - sizes.size() * unit);
        return sizes;
    }

    /** The size of a part of ours: larger where there would be too many, in whole MiB; never over the limit. */
    private static long unit(long size, PartLimits limits, long partSize) {
        long needed = ceiling(size, limits.mostParts());
        long wanted = needed <= partSize ? partSize : ceiling(needed, MIB) * MIB;
        return Math.min(limits.mostPart(), Math.max(limits.leastPart(), wanted));
    }

    private static long ceiling(long dividend, long divisor) {
        return (dividend + divisor - 1) / divisor;
    }
}
