package org.multicloudmirror.storage;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which parts an object may have been uploaded in, when only their number is known. */
public final class PartGuess {

    /** Each one beyond the first costs one more hashing of the object. */
    private static final int MOST_GUESSES = 3;

    private static final long MIB = 1 << 20;

    /**
     * What uploaders use by default, in MiB: AWS's command line and SDKs 8 and 5, rclone 5, s3cmd 15, others powers of
     * two or round numbers.
     */
    private static final List<Long> USUAL =
            List.of(8L, 5L, 16L, 64L, 15L, 10L, 32L, 50L, 100L, 128L, 256L, 512L, 1024L);

    private PartGuess() {}

    /**
     * The likeliest layouts, the likeliest first: parts of one size, the last of which has what is left.
     *
     * @param size of the object, in bytes
     * @param count of its parts
     */
    public static List<PartLayout> of(long size, int count) {
        if (count < 1 || size < count) {
            return List.of();
        }
        if (count == 1) {
            return List.of(PartLayout.ofSizes(List.of(size), PartLayout.Basis.GUESSED, AssembledTag.MULTIPART));
        }
        long least = (size + count - 1) / count;
        long most = (size - 1) / (count - 1);
        Set<Long> partSizes = new LinkedHashSet<>();
        USUAL.stream()
                .map(mib -> mib * MIB)
                .filter(p -> p >= least && p <= most)
                .forEach(partSizes::add);
        for (long p = (least + MIB - 1) / MIB * MIB; p <= most && partSizes.size() < MOST_GUESSES; p += MIB) {
            partSizes.add(p);
        }
        partSizes.add(least);
        return partSizes.stream()
                .limit(MOST_GUESSES)
                .map(p -> uniform(size, count, p))
                .toList();
    }

    private static PartLayout uniform(long size, int count, long partSize) {
        List<Long> sizes = new ArrayList<>(Collections.nCopies(count - 1, partSize));
        sizes.add(size - (count - 1) * partSize);
        return PartLayout.ofSizes(sizes, PartLayout.Basis.GUESSED, AssembledTag.MULTIPART);
    }
}
