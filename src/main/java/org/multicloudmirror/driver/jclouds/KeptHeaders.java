package org.multicloudmirror.driver.jclouds;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.multicloudmirror.driver.quirk.Learnt;
import org.multicloudmirror.driver.quirk.Quirk;
import org.multicloudmirror.driver.quirk.QuirkMemory;
import org.multicloudmirror.storage.ContentHeader;

/**
 * A server whose POST keeps headers that it does not name (Ceph's Object Gateway), where Swift drops them: an object that
 * is to lose one is copied.
 */
final class KeptHeaders implements Quirk {

    private final Learnt<Boolean> kept;

    KeptHeaders(QuirkMemory memory) {
        this.kept = new Learnt<>(memory);
    }

    boolean areKnown() {
        return kept.is(Learnt.STORE, true);
    }

    /** Whether an object has headers that it is not to have. A Content-Type stays at every Swift, and is always named. */
    static boolean hasMore(Map<ContentHeader, String> present, Map<ContentHeader, String> wanted) {
        Set<ContentHeader> more = new HashSet<>(present.keySet());
        more.removeAll(wanted.keySet());
        more.remove(ContentHeader.CONTENT_TYPE);
        return !more.isEmpty();
    }

    /** Headers were still there after a POST that did not name them. */
    void learn() {
        kept.learn(
                Learnt.STORE,
                true,
                "the store keeps headers that a metadata update leaves out; objects that are to lose one are copied");
    }
}
