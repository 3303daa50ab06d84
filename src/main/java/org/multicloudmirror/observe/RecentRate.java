package org.multicloudmirror.observe;

import java.time.Duration;

/** A rate of the recent past: an exponentially weighted average, which is a plain one until enough time has passed. */
final class RecentRate {

    private final double constant;
    private double sum;
    private double weight;

    /**
     * @param constant after this time what was counts a third
     */
    RecentRate(Duration constant) {
        this.constant = seconds(constant);
    }

    /** So much came in this time. */
    void add(double amount, Duration time) {
        double seconds = seconds(time);
        double kept = Math.exp(-seconds / constant);
        sum = sum * kept + amount / seconds * (1 - kept);
        weight = weight * kept + 1 - kept;
    }

    double perSecond() {
        return weight == 0 ? 0 : sum / weight;
    }

    private static double seconds(Duration time) {
        return Math.max(0.001, time.toNanos() / 1e9);
    }
}
