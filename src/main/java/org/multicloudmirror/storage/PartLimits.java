package org.multicloudmirror.storage;

/**
 * What a store takes, in bytes but for the count.
 *
 * @param single the largest object of a single request
 * @param leastPart the smallest part; the last may be smaller
 * @param mostPart the largest part
 * @param mostParts how many parts an object has at most; 1 where the store puts nothing together
 */
public record PartLimits(long single, long leastPart, long mostPart, int mostParts) {}
