package org.multicloudmirror.mirror;

/**
 * What holds for every scenario of one invocation.
 *
 * @param maxSize the largest object that is copied, in bytes
 * @param dryRun whether to decide only
 * @param createDestination whether a missing destination is made
 */
public record RunOptions(long maxSize, boolean dryRun, boolean createDestination) {}
