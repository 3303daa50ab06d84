package org.multicloudmirror.mirror;

/**
 * The part of a run's keys that one listing covers.
 *
 * @param runId the run
 * @param index from 0
 * @param of how many ranges the run has
 */
public record KeyRange(String runId, int index, int of) {}
