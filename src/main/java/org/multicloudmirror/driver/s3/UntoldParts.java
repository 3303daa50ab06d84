package org.multicloudmirror.driver.s3;

import org.multicloudmirror.driver.quirk.Learnt;
import org.multicloudmirror.driver.quirk.Quirk;
import org.multicloudmirror.driver.quirk.QuirkMemory;

/**
 * A service that does not tell the parts of its objects: it gives the whole where one part was asked for, refuses, or
 * compares the part's tag with the object's. It is not asked for them.
 */
final class UntoldParts implements Quirk {

    private final Learnt<Boolean> learnt;

    UntoldParts(QuirkMemory memory) {
        this.learnt = new Learnt<>(memory);
    }

    boolean isShown() {
        return learnt.is(Learnt.STORE, true);
    }

    void learn() {
        learnt.learn(Learnt.STORE, true, "the store does not tell the parts of its objects; they are guessed");
    }
}
