package org.multicloudmirror.mirror.run;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** What is lost: missed at two looks in a row. Between a queue and its worker a message is nowhere for a moment. */
final class TwoLooks<T> {

    /** What nobody had at the last look. */
    private Set<T> missed = Set.of();

    /**
     * Looks once more.
     *
     * @param out what has not come back
     * @param held what of it waits or is worked on
     * @return what was missed at this look and the one before
     */
    synchronized Set<T> missed(Collection<T> out, Set<T> held) {
        Set<T> missing = new HashSet<>(out);
        missing.removeAll(held);
        Set<T> again = new HashSet<>(missing);
        again.retainAll(missed);
        missed = missing;
        return again;
    }
}
