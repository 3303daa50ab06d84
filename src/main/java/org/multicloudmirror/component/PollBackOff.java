package org.multicloudmirror.component;

import java.time.Duration;

/**
 * Which polls are left out after runs that did not end well: none after the first three, then one, three, seven and so
 * on, so that one object that always fails is not tried each time. For one thread.
 */
final class PollBackOff {

    private static final Duration LONGEST = Duration.ofHours(1);
    private static final int FREE = 3;
    private static final int MOST_DOUBLINGS = 5;

    private final long most;
    private int inARow;
    private long left;

    /**
     * @param pause between two polls
     */
    PollBackOff(Duration pause) {
        this.most = Math.max(0, LONGEST.toMillis() / Math.max(1, pause.toMillis()) - 1);
    }

    /** Whether the poll that is due is left out. */
    boolean skips() {
        if (left == 0) {
            return false;
        }
        left--;
        return true;
    }

    /** A run that a poll started has ended. */
    void ended(boolean isWell) {
        inARow = isWell ? 0 : inARow + 1;
        int doublings = Math.max(0, Math.min(inARow - FREE, MOST_DOUBLINGS));
        left = Math.min(most, (1L << doublings) - 1);
    }
}
