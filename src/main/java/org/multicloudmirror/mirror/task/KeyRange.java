package org.multicloudmirror.mirror.task;

import org.jspecify.annotations.Nullable;

/**
 * The part of a run's keys that one listing covers. A run begins as one range; what is left of a range is cut while it
 * is listed, where there are listers for more.
 *
 * @param runId the run
 * @param index from 0, which is the range that the run began with
 * @param after the key behind which it begins, without the scenario's prefix; empty for the first key
 * @param until the last key that it may have, without the scenario's prefix; null for all that follow
 */
public record KeyRange(
        String runId, int index, String after, @Nullable String until) {

    /** All keys of a run. */
    public static KeyRange whole(String runId) {
        return new KeyRange(runId, 0, "", null);
    }

    /** Whether it has no bounds. */
    public boolean isWhole() {
        return after.isEmpty() && until == null;
    }
}
