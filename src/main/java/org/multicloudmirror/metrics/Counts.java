package org.multicloudmirror.metrics;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.ObjLongConsumer;

/** A count for each constant of a type, from 0 on. Safe for use by many threads. */
final class Counts<E extends Enum<E>> {

    private final Map<E, LongAdder> counts;

    Counts(Class<E> type) {
        counts = new EnumMap<>(type);
        for (E each : type.getEnumConstants()) {
            counts.put(each, new LongAdder());
        }
    }

    void add(E which, long more) {
        LongAdder count = counts.get(which);
        if (count != null) {
            count.add(more);
        }
    }

    void forEach(ObjLongConsumer<E> action) {
        counts.forEach((which, count) -> action.accept(which, count.sum()));
    }
}
