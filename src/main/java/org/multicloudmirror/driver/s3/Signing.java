package org.multicloudmirror.driver.s3;

import java.time.Clock;
import java.time.Duration;
import org.multicloudmirror.driver.quirk.Attempt;
import software.amazon.awssdk.auth.credentials.AwsCredentials;

/**
 * What a request is signed with.
 *
 * @param keys without an id for an anonymous request
 * @param region it goes to
 * @param clock stands at the time of it
 * @param nanos when that was, by a clock that nobody sets
 */
record Signing(AwsCredentials keys, String region, Clock clock, long nanos) {

    /** Now. */
    Signing(AwsCredentials keys, String region, Clock clock) {
        this(keys, region, Clock.fixed(clock.instant(), clock.getZone()), System.nanoTime());
    }

    /** A request about a bucket that was signed so, now that it is answered. */
    Attempt attempt(String bucket) {
        return new Attempt(bucket, region, clock.instant(), Duration.ofNanos(System.nanoTime() - nanos));
    }
}
