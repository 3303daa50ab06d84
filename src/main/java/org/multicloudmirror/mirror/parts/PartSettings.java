package org.multicloudmirror.mirror.parts;

import org.multicloudmirror.storage.Retry;

/**
 * How large objects are copied.
 *
 * @param threshold objects from this size on go in parts, in bytes
 * @param partSize of a part where the source has none, and the most that one part holds in memory, in bytes
 * @param inFlight how many parts are under way at a time, over all objects
 * @param copies how many objects are
 * @param retry of a single part
 */
public record PartSettings(long threshold, long partSize, int inFlight, int copies, Retry retry) {}
