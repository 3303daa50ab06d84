package org.multicloudmirror.driver.s3;

import org.multicloudmirror.driver.quirk.Learnt;
import org.multicloudmirror.driver.quirk.Quirk;
import org.multicloudmirror.driver.quirk.QuirkMemory;

/**
 * A service that ignores {@code x-amz-copy-source}, or gets it from a proxy that drops it: a copy on the server is a PUT of
 * no bytes there, answered with 200. No copy is let at an object before the store has shown that it makes them.
 */
final class IgnoredCopySources implements Quirk {

    private final Learnt<Boolean> isIgnored;

    IgnoredCopySources(QuirkMemory memory) {
        this.isIgnored = new Learnt<>(memory);
    }

    /** Whether a copy had the bytes of its source. */
    boolean areHonoured() {
        return isIgnored.is(Learnt.STORE, false);
    }

    /** Whether copies into a bucket are known to be wrong, or cannot be proven without harm. */
    boolean areDoubtful(String bucket) {
        return isIgnored.is(Learnt.STORE, true) || isIgnored.is(bucket, true);
    }

    /** A copy had the bytes of its source. */
    void honoured() {
        isIgnored.learn(Learnt.STORE, false);
    }

    /** A copy had other bytes. */
    void ignored() {
        isIgnored.learn(
                Learnt.STORE, true, "the store answers that it copies, and does not; objects are read and written");
    }

    /** The store refuses what would prove it. */
    void unproven(String bucket) {
        isIgnored.learn(
                bucket,
                true,
                "that the store copies into the bucket " + bucket
                        + " by itself cannot be proven beforehand; objects are read and written there");
    }
}
