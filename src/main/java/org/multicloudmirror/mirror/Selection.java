package org.multicloudmirror.mirror;

/**
 * Which objects of the source are the run's business.
 *
 * @param maxSize the largest object that is copied, in bytes
 */
public record Selection(long maxSize) {}
