package org.multicloudmirror.mirror;

/**
 * What holds for every scenario of one invocation.
 *
 * @param mode what it may do
 * @param compare by what objects are told equal
 * @param selection which objects it is about
 * @param createDestination whether a missing destination is made
 */
public record RunOptions(RunMode mode, Compare compare, Selection selection, boolean createDestination) {}
