package org.multicloudmirror.metrics;

import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.multicloudmirror.delivery.DeliveryObserver;
import org.multicloudmirror.history.HistoryEntry;
import org.multicloudmirror.mirror.run.RunObserver;
import org.multicloudmirror.storage.Limits;
import org.multicloudmirror.stores.StoreObserver;

/** All figures of the service. What is counted, and under which names, is in docs/metrics.md. */
public final class Metrics implements AutoCloseable {

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics collections = new JvmGcMetrics();
    private final RunFigures runs = new RunFigures();
    private final StoreFigures stores = new StoreFigures();
    private final DeliveryFigures deliveries = new DeliveryFigures();
    private final ReloadFigures reloads = new ReloadFigures();
    private final List<Supplier<List<MetricSnapshot>>> sources = new CopyOnWriteArrayList<>(List.of(
            () -> ScenarioFamilies.of(runs),
            () -> ScheduleFamilies.of(runs),
            () -> RunFamilies.of(runs),
            () -> FormerNames.of(runs),
            stores::families,
            () -> List.of(deliveries.family()),
            reloads::families,
            ProcessFamilies::now));

    public Metrics() {
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        collections.bindTo(registry);
        registry.getPrometheusRegistry().register((MultiCollector) this::collect);
    }

    /** Who counts runs. */
    public RunObserver runs() {
        return runs;
    }

    /** Who counts requests. */
    public StoreObserver stores() {
        return stores;
    }

    /** Who counts reports that are delivered. */
    public DeliveryObserver deliveries() {
        return deliveries;
    }

    /** Shows what the stores may take together, and how long that was waited for. */
    public void watch(Limits limits) {
        sources.add(() -> LimitFamilies.of(limits));
    }

    /** Shows how full these are. */
    public void watch(Disks disks) {
        sources.add(disks::families);
    }

    /** Shows what somebody else knows at a scrape. */
    public void watch(Supplier<List<MetricSnapshot>> families) {
        sources.add(families);
    }

    /**
     * These are scheduled from now on. Series of others are gone.
     *
     * @param history runs before this process, oldest first
     */
    public void scheduled(List<Scheduled> scheduled, List<HistoryEntry> history) {
        runs.schedule(scheduled, history);
        reloads.scheduled(scheduled.size());
    }

    /** The machine's clock was put back: what counts as later than now was before. */
    public void clockPutBack(Instant now) {
        runs.clockPutBack(now);
    }

    /** The scenarios file was read, and is what runs. */
    public void loaded() {
        reloads.loaded();
    }

    /** The scenarios file has a mistake, or is not there any more. */
    public void refused() {
        reloads.refused();
    }

    /** The route whose run an id is. */
    public String routeOf(String runId) {
        return runs.routeOf(runId, "");
    }

    /** All figures in Prometheus' text format. */
    public String text() {
        return registry.scrape();
    }

    private MetricSnapshots collect() {
        return new MetricSnapshots(
                sources.stream().flatMap(source -> source.get().stream()).toList());
    }

    @Override
    public void close() {
        collections.close();
        registry.close();
    }
}
