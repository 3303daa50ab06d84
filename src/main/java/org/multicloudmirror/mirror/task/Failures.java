package org.multicloudmirror.mirror.task;

import java.util.OptionalLong;

/**
 * How often the copy of an object failed so far.
 *
 * @param throttled because a store had enough for the moment
 * @param other for any other reason
 * @param unansweredSince when a store gave it no answer for the first time, in nanoseconds of the caller's clock
 */
public record Failures(int throttled, int other, OptionalLong unansweredSince) {

    /** None yet. */
    public static final Failures NONE = new Failures(0, 0, OptionalLong.empty());

    /** One more. */
    public Failures plus(boolean isThrottled) {
        return isThrottled
                ? new Failures(throttled + 1, other, unansweredSince)
                : new Failures(throttled, other + 1, unansweredSince);
    }

    /** Without an answer now, which is remembered when it is the first time. */
    public Failures unanswered(long nanos) {
        return unansweredSince.isPresent() ? this : new Failures(throttled, other, OptionalLong.of(nanos));
    }
}
