package org.multicloudmirror.driver.s3;

import java.util.Set;
import org.multicloudmirror.driver.quirk.Learnt;
import org.multicloudmirror.driver.quirk.Quirk;
import org.multicloudmirror.driver.quirk.QuirkMemory;

/** Buckets whose objects have tags that these credentials may not read, or that the service does not give out. */
final class UnreadTags implements Quirk {

    private static final Set<Integer> REFUSALS = Set.of(401, 403, 404, 405, 501);

    private final Learnt<Boolean> buckets;

    UnreadTags(QuirkMemory memory) {
        this.buckets = new Learnt<>(memory);
    }

    boolean areIn(String bucket) {
        return buckets.is(bucket, true);
    }

    /** Whether a refusal to give out an object's tags is one of all of them. */
    boolean learn(String bucket, int status) {
        if (!REFUSALS.contains(status)) {
            return false;
        }
        buckets.learn(bucket, true, "the tags in the bucket " + bucket + " may not be read; the copies are without");
        return true;
    }
}
