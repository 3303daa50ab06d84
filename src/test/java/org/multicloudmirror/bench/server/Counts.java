package org.multicloudmirror.bench.server;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** Counts requests by protocol and kind, and knows when the first one came. */
final class Counts {

    private record What(Protocol protocol, RequestKind kind) {

        @Override
        public String toString() {
            return protocol.name().toLowerCase(Locale.ROOT) + "." + kind.shown();
        }
    }

    private final Map<What, LongAdder> counts = new ConcurrentHashMap<>();
    private final AtomicLong first = new AtomicLong();

    void count(Protocol protocol, RequestKind kind) {
        first.compareAndSet(0, System.currentTimeMillis());
        counts.computeIfAbsent(new What(protocol, kind), what -> new LongAdder())
                .increment();
    }

    void clear() {
        first.set(0);
        counts.clear();
    }

    /** One line: {@code first=1700000000000 s3.list=3 ...}; the time is in milliseconds of the epoch, 0 for none. */
    String line() {
        StringBuilder line = new StringBuilder("first=").append(first);
        counts.forEach(
                (what, count) -> line.append(' ').append(what).append('=').append(count));
        return line.toString();
    }
}
