package org.multicloudmirror.driver.quirk;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was learnt of a store, by scope: told in the log when it is new, and forgotten after a while. Safe for use by many
 * threads; while nothing is known, asking costs nothing.
 *
 * @param <T> what there is to know of a scope; a value with {@code equals}
 */
public final class Learnt<T> {

    /** The scope of what holds for a store as a whole; no bucket has this name. */
    public static final String STORE = "";

    private static final int MOST = 10_000;
    private static final Logger LOG = LoggerFactory.getLogger(Learnt.class);

    private record Known<T>(T value, Instant until) {}

    private final QuirkMemory memory;
    private final Map<String, Known<T>> known = new Newest<>();
    private volatile boolean isEmpty = true;

    public Learnt(QuirkMemory memory) {
        this.memory = memory;
    }

    /**
     * What is known of a scope; empty when nothing was learnt, or too long ago.
     *
     * @param scope {@link #STORE}, or what the quirk is one of, as a bucket
     */
    public Optional<T> of(String scope) {
        if (isEmpty) {
            return Optional.empty();
        }
        synchronized (known) {
            Known<T> found = known.get(scope);
            return found == null || found.until().isBefore(memory.clock().instant())
                    ? Optional.empty()
                    : Optional.of(found.value());
        }
    }

    /** Whether a scope is known to have this value. */
    public boolean is(String scope, T value) {
        return of(scope).filter(value::equals).isPresent();
    }

    /**
     * Learns something, without a word.
     *
     * @return whether it is another than what was last known, be that forgotten or not
     */
    public boolean learn(String scope, T value) {
        Instant until = memory.clock().instant().plus(memory.kept());
        synchronized (known) {
            Known<T> before = known.remove(scope);
            known.put(scope, new Known<>(value, until));
            isEmpty = false;
            return before == null || !before.value().equals(value);
        }
    }

    /**
     * Learns something, and tells the log of it when that is new.
     *
     * @param told what the store is like and what follows from it, in a sentence for the operator
     */
    public void learn(String scope, T value, String told) {
        if (learn(scope, value)) {
            LOG.info("{}: {}", memory.store(), told);
        }
    }

    /** Forgets a scope: the store has shown that it is not so any more. */
    public void unlearn(String scope) {
        synchronized (known) {
            known.remove(scope);
            isEmpty = known.isEmpty();
        }
    }

    /** Keeps what was learnt last; what is dropped is learnt again. */
    private static final class Newest<T> extends LinkedHashMap<String, Known<T>> {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Known<T>> eldest) {
            return size() > MOST;
        }
    }
}
