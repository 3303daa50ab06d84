package org.multicloudmirror.mirror.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Tells what is lost: missed at every look over a span of time. Between a queue and its worker a message is nowhere for a
 * moment. Safe for use by many threads.
 */
final class Missing<T> {

    private final long spanNanos;
    private final LongSupplier nanos;
    /** What nobody had at the last look, and since when. */
    private Map<T, Long> missed = Map.of();

    /**
     * @param span how long something is missing before it is lost, and before it is told again
     * @param nanos the clock
     */
    Missing(Duration span, LongSupplier nanos) {
        this.spanNanos = span.toNanos();
        this.nanos = nanos;
    }

    /**
     * Looks once more.
     *
     * @param missing what nobody has at present
     * @return what of it is lost
     */
    synchronized List<T> look(Collection<T> missing) {
        long now = nanos.getAsLong();
        Map<T, Long> still = new HashMap<>();
        List<T> lost = new ArrayList<>();
        for (T one : missing) {
            long since = missed.getOrDefault(one, now);
            boolean isLost = now - since >= spanNanos;
            if (isLost) {
                lost.add(one);
            }
            still.put(one, isLost ? now : since);
        }
        missed = still;
        return lost;
    }
}
