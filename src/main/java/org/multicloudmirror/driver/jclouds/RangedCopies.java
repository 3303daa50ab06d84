package org.multicloudmirror.driver.jclouds;

import org.multicloudmirror.driver.quirk.Learnt;
import org.multicloudmirror.driver.quirk.Quirk;
import org.multicloudmirror.driver.quirk.QuirkMemory;

/**
 * A server that copies all of an object when it is asked for a range (Ceph's Object Gateway): parts are read and written
 * there. The first part that a server copies shows it.
 */
final class RangedCopies implements Quirk {

    private final Learnt<Boolean> made;

    RangedCopies(QuirkMemory memory) {
        this.made = new Learnt<>(memory);
    }

    boolean isUnknown() {
        return made.of(Learnt.STORE).isEmpty();
    }

    boolean areRefused() {
        return made.is(Learnt.STORE, false);
    }

    /**
     * What the first copy shows.
     *
     * @param wanted the length that was asked for, in bytes
     * @param copied the length that is there
     */
    void learn(long wanted, long copied) {
        if (wanted == copied) {
            made.learn(Learnt.STORE, true);
        } else {
            made.learn(
                    Learnt.STORE,
                    false,
                    "the store copies whole objects where a range is asked for; parts are read and written");
        }
    }
}
