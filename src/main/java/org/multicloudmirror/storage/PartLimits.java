package org.multicloudmirror.storage;

/**
 * What a store takes, in bytes but for the count.
 *
 * @param single the largest object of a single request
 * @param leastPart the smallest part; the last may be smaller
 * @param mostPart the largest part
 * @param mostParts how many parts an object has at most; 1 where the store puts nothing together
 * @param areEqual whether all parts but the last must have one size, and the last no more
 * @param wantsMd5 whether a part is told its MD5, since the store does not answer with it
 */
public record PartLimits(
        long single, long leastPart, long mostPart, int mostParts, boolean areEqual, boolean wantsMd5) {

    /** Of a store that takes parts of several sizes and answers with their MD5s. */
    public PartLimits(long single, long leastPart, long mostPart, int mostParts) {
        this(single, leastPart, mostPart, mostParts, false, false);
    }

    /** The same for a store that has turned out to take less; of each pair the stricter counts. */
    public PartLimits within(long least, int most, boolean equal) {
        return new PartLimits(
                single,
                Math.max(leastPart, Math.min(least, mostPart)),
                mostPart,
                Math.min(mostParts, most),
                areEqual || equal,
                wantsMd5);
    }

    /** The same for a store that is told the MD5 of each part. */
    public PartLimits wantingMd5() {
        return new PartLimits(single, leastPart, mostPart, mostParts, areEqual, true);
    }
}
