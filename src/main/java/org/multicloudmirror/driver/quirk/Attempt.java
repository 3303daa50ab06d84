package org.multicloudmirror.driver.quirk;

import java.time.Duration;
import java.time.Instant;

/**
 * How a failed request was sent.
 *
 * @param bucket it was about
 * @param region it was sent to and signed for
 * @param signed the time that it was signed with
 * @param since how long ago that was when the answer came, whatever clocks have done meanwhile
 */
public record Attempt(String bucket, String region, Instant signed, Duration since) {

    /** What the clock that it was signed with would tell now, had nobody touched it. */
    public Instant now() {
        return signed.plus(since);
    }
}
