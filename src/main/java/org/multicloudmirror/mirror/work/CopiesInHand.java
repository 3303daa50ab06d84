package org.multicloudmirror.mirror.work;

import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The objects that workers of this process have, until their outcomes are made. */
public final class CopiesInHand {

    private final Set<Held> held = ConcurrentHashMap.newKeySet();

    /** That one is in hand, until it is closed. Two for the same object are two. */
    public final class Held implements AutoCloseable {

        private final Copy copy;

        private Held(Copy copy) {
            this.copy = copy;
        }

        @Override
        public void close() {
            held.remove(this);
        }
    }

    /** One is in hand from now on. */
    public Held hold(Copy copy) {
        Held one = new Held(copy);
        held.add(one);
        return one;
    }

    /** Those in hand. */
    public Collection<Copy> all() {
        return held.stream().map(one -> one.copy).toList();
    }

    public boolean isEmpty() {
        return held.isEmpty();
    }
}
