package org.multicloudmirror.metrics;

import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.DataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Exemplars;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricMetadata;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.Quantiles;
import io.prometheus.metrics.model.snapshots.SummarySnapshot;
import io.prometheus.metrics.model.snapshots.SummarySnapshot.SummaryDataPointSnapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * The series of one name at a scrape.
 *
 * @param <P> a value with its labels
 */
public final class Family<P extends DataPointSnapshot> {

    /** How a value with labels becomes a point. */
    private interface Maker<P> {
        P of(double value, Labels labels);
    }

    private final MetricMetadata metadata;
    private final @Nullable Maker<P> maker;
    private final BiFunction<MetricMetadata, Collection<P>, MetricSnapshot> snapshot;
    private final List<P> points = new ArrayList<>();

    private Family(
            String name,
            String help,
            @Nullable Maker<P> maker,
            BiFunction<MetricMetadata, Collection<P>, MetricSnapshot> snapshot) {
        this.metadata = new MetricMetadata(name, help);
        this.maker = maker;
        this.snapshot = snapshot;
    }

    /**
     * What only grows.
     *
     * @param name without {@code _total}
     */
    public static Family<CounterDataPointSnapshot> counter(String name, String help) {
        return new Family<>(
                name,
                help,
                (value, labels) -> new CounterDataPointSnapshot(value, labels, null, 0),
                CounterSnapshot::new);
    }

    /** What goes up and down. */
    public static Family<GaugeDataPointSnapshot> gauge(String name, String help) {
        return new Family<>(
                name, help, (value, labels) -> new GaugeDataPointSnapshot(value, labels, null), GaugeSnapshot::new);
    }

    /** A number of things, and a sum of them. */
    static Family<SummaryDataPointSnapshot> summary(String name, String help) {
        return new Family<>(name, help, null, SummarySnapshot::new);
    }

    /** How many things are at most so large. */
    static Family<HistogramDataPointSnapshot> histogram(String name, String help) {
        return new Family<>(name, help, null, HistogramSnapshot::new);
    }

    /**
     * Adds a series.
     *
     * @param labels names and values by turns
     */
    public Family<P> add(double value, String... labels) {
        if (maker == null) {
            throw new IllegalStateException(metadata.getName() + " has more than one value a series");
        }
        points.add(maker.of(value, Labels.of(labels)));
        return this;
    }

    /** Adds a series of a whole number. */
    public Family<P> add(long value, String... labels) {
        return add((double) value, labels);
    }

    /** Adds a series in seconds since 1970; none where there was no such moment. */
    public Family<P> add(@Nullable Instant moment, String... labels) {
        return moment == null ? this : add(moment.toEpochMilli() / 1e3, labels);
    }

    /** Adds a series as it is. */
    Family<P> add(P point) {
        points.add(point);
        return this;
    }

    /** A number of things and their sum, to be added. */
    static SummaryDataPointSnapshot sum(long count, double sum, String... labels) {
        return new SummaryDataPointSnapshot(count, sum, Quantiles.EMPTY, Labels.of(labels), Exemplars.EMPTY, 0);
    }

    /** The same for a scrape. */
    public MetricSnapshot snapshot() {
        return snapshot.apply(metadata, points);
    }
}
