package org.multicloudmirror.bench;

/**
 * What a process needed.
 *
 * @param beganMillis of the epoch
 * @param wallSeconds from its start to its end
 * @param cpuSeconds of it and its children, user and system
 * @param peakBytes of memory, resident
 */
record Usage(int exitCode, long beganMillis, double wallSeconds, double cpuSeconds, long peakBytes) {}
