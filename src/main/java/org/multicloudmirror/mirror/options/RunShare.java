package org.multicloudmirror.mirror.options;

import org.multicloudmirror.storage.Limits;

/**
 * What a run may take of what its process has: never more than the process may as a whole.
 *
 * @param copies how many of its objects are copied at a time, from 1; {@link #ALL} for as many as the process copies
 * @param limits what it may read and send a second, over both of its stores
 */
public record RunShare(int copies, Limits limits) {

    /** As many as the process copies. */
    public static final int ALL = Integer.MAX_VALUE;

    /** All that the process has, where no other run wants it. */
    public static final RunShare WHOLE = new RunShare(ALL, Limits.none());
}
