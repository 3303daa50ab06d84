package org.multicloudmirror.driver.s3;

import java.time.Clock;
import java.time.Duration;
import org.multicloudmirror.driver.quirk.Attempt;

/**
 * What a request is signed with.
 *
 * @param region it goes to
 * @param clock stands at the time of it
 * @param nanos when that was, by a clock that nobody sets
 */
record Signing(String region, Clock clock, long nanos) {

    /** Now. */
    Signing(String region, Clock clock) {
        this(region, Clock.fixed(clock.instant(), clock.getZone()), System.nanoTime());
    }

    /** A request about a bucket that was signed so, now that it is answered. */
    Attempt attempt(String bucket) {
        return new Attempt(bucket, region, clock.instant(), Duration.ofNanos(System.nanoTime() - nanos));
    }
}
