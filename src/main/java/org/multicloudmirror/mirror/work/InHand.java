package org.multicloudmirror.mirror.work;

import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The messages of one kind that routes of this process work on. Safe for use by many threads. */
public final class InHand<T> {

    private final Set<Held<T>> held = ConcurrentHashMap.newKeySet();

    /** That one is in hand, until it is closed. Two for the same message are two. */
    public static final class Held<T> implements AutoCloseable {

        private final Set<Held<T>> all;
        private final T message;

        private Held(Set<Held<T>> all, T message) {
            this.all = all;
            this.message = message;
        }

        @Override
        public void close() {
            all.remove(this);
        }
    }

    /** One is in hand from now on. */
    public Held<T> hold(T message) {
        Held<T> one = new Held<>(held, message);
        held.add(one);
        return one;
    }

    /** Those in hand. */
    public Collection<T> all() {
        return held.stream().map(one -> one.message).toList();
    }

    public boolean isEmpty() {
        return held.isEmpty();
    }
}
