package org.multicloudmirror.storage;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** Tells those who watch a store how each of its requests went. Safe for use by many threads. */
public final class CircuitBreaker {

    /** What a request is for: a store may refuse the one and serve the other. */
    enum Access {
        LIST("listings"),
        READ("reads"),
        WRITE("writes"),
        DELETE("deletions");

        private final String word;

        Access(String word) {
            this.word = word;
        }

        /** Several of them, for messages. */
        String word() {
            return word;
        }
    }

    private final String store;
    private final int limit;
    private final List<BreakerWatch> watches = new CopyOnWriteArrayList<>();

    /**
     * @param store its name, for messages
     * @param limit how many like failures in a row are too many; 0 for any number
     */
    public CircuitBreaker(String store, int limit) {
        this.store = store;
        this.limit = limit;
    }

    /** Sends a request. */
    <T> T of(Access access, Supplier<T> request) {
        T answer;
        try {
            answer = request.get();
        } catch (StoreException e) {
            failed(access, e);
            throw e;
        }
        succeeded(access);
        return answer;
    }

    void succeeded(Access access) {
        watches.forEach(watch -> watch.succeeded(access));
    }

    void failed(Access access, StoreException failure) {
        watches.forEach(watch -> watch.failed(access, failure));
    }

    /** Watches from now on. */
    public BreakerWatch watch() {
        BreakerWatch watch = new BreakerWatch(store, limit, System::nanoTime, watches::remove);
        watches.add(watch);
        return watch;
    }
}
