package org.multicloudmirror.metrics;

import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.Exemplars;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.Arrays;
import java.util.concurrent.atomic.LongAdder;

/** How long requests of one kind took. Safe for use by many threads. */
final class Latency {

    /** In seconds, from a request on the same network to a large part over a slow line. */
    private static final double[] BOUNDS = {0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10, 30, 120};

    private static final double NANOS = 1e9;

    private final LongAdder[] buckets = new LongAdder[BOUNDS.length + 1];
    private final LongAdder nanos = new LongAdder();

    Latency() {
        Arrays.setAll(buckets, index -> new LongAdder());
    }

    void add(long took) {
        int found = Arrays.binarySearch(BOUNDS, took / NANOS);
        buckets[found < 0 ? -found - 1 : found].increment();
        nanos.add(took);
    }

    long count() {
        return Arrays.stream(buckets).mapToLong(LongAdder::sum).sum();
    }

    HistogramDataPointSnapshot snapshot(String... labels) {
        double[] bounds = Arrays.copyOf(BOUNDS, buckets.length);
        bounds[BOUNDS.length] = Double.POSITIVE_INFINITY;
        long[] counts = Arrays.stream(buckets).mapToLong(LongAdder::sum).toArray();
        return new HistogramDataPointSnapshot(
                ClassicHistogramBuckets.of(bounds, counts), nanos.sum() / NANOS, Labels.of(labels), Exemplars.EMPTY, 0);
    }
}
