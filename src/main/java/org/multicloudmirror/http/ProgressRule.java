package org.multicloudmirror.http;

import java.time.Duration;

/**
 * What progress is asked of the other side.
 *
 * @param window how long is waited for it before what it moved is counted
 * @param perSecond the least, in bytes, from 1 up
 */
record ProgressRule(Duration window, long perSecond) {

    /** An answer that the service works on for long is sent in drops: more than a window, and not for ever. */
    private static final int WINDOWS_FOR_AN_ANSWER = 10;

    /** How long an answer may be waited for until it is complete; a body of an object may take any time. */
    Duration answer() {
        return window.multipliedBy(WINDOWS_FOR_AN_ANSWER);
    }

    long answerNanos() {
        return answer().toNanos();
    }

    long windowNanos() {
        return window.toNanos();
    }

    long leastBytes() {
        return Math.max(1, perSecond * window.toSeconds());
    }
}
