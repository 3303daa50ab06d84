package org.multicloudmirror.driver.jclouds;

import org.multicloudmirror.driver.quirk.Learnt;
import org.multicloudmirror.driver.quirk.Quirk;
import org.multicloudmirror.driver.quirk.QuirkMemory;

/**
 * A server that refuses a manifest with the tag that its object is to get, whichever it is (422 of Ceph's Object Gateway):
 * it gets none, and the object is looked at afterwards.
 */
final class ManifestTags implements Quirk {

    private static final int UNPROCESSABLE = 422;

    private final Learnt<Boolean> refused;

    ManifestTags(QuirkMemory memory) {
        this.refused = new Learnt<>(memory);
    }

    boolean areTaken() {
        return !refused.is(Learnt.STORE, true);
    }

    /** Whether a manifest may have been refused for its tag; it is sent without it from then on. */
    boolean explains(int status) {
        if (status != UNPROCESSABLE || !areTaken()) {
            return false;
        }
        refused.learn(
                Learnt.STORE,
                true,
                "the store refuses the tags of large objects; each is proven by a HEAD when it is there");
        return true;
    }
}
