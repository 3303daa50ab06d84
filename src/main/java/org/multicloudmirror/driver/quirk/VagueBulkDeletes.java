package org.multicloudmirror.driver.quirk;

/**
 * A store that knows no request for the deletion of several objects, or whose answers do not tell which of them it
 * deleted: each is deleted by itself.
 */
public final class VagueBulkDeletes implements Quirk {

    private final Learnt<Boolean> learnt;

    public VagueBulkDeletes(QuirkMemory memory) {
        this.learnt = new Learnt<>(memory);
    }

    /** Whether the store is known to be so. */
    public boolean isKnown() {
        return learnt.is(Learnt.STORE, true);
    }

    /** An answer told nothing of the keys that it was to be about. */
    public void learn() {
        learnt.learn(
                Learnt.STORE,
                true,
                "the store does not tell which of several objects it deleted; each is deleted by itself");
    }
}
