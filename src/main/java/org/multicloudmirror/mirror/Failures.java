package org.multicloudmirror.mirror;

/**
 * How often the copy of an object failed so far.
 *
 * @param throttled because a store had enough for the moment
 * @param other for any other reason
 */
public record Failures(int throttled, int other) {

    /** None yet. */
    static final Failures NONE = new Failures(0, 0);

    Failures plus(boolean isThrottled) {
        return isThrottled ? new Failures(throttled + 1, other) : new Failures(throttled, other + 1);
    }
}
