package org.multicloudmirror.service;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToDoubleFunction;
import org.multicloudmirror.mirror.run.Progress;
import org.multicloudmirror.mirror.run.RunStatus;
import org.multicloudmirror.mirror.run.Runs;
import org.multicloudmirror.mirror.run.Summary;
import org.multicloudmirror.mirror.task.OutcomeKind;
import org.multicloudmirror.storage.Limits;
import org.multicloudmirror.storage.RateLimiter;

/** The service's figures, for Prometheus: what ended, by scenario, and what is under way. */
final class ServiceMetrics implements AutoCloseable {

    private static final String SCENARIO = "scenario";
    private static final double NANOS = 1e9;

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics collections = new JvmGcMetrics();
    private final Map<String, AtomicLong> lastRuns = new ConcurrentHashMap<>();
    private final Map<String, AtomicLong> lastSuccesses = new ConcurrentHashMap<>();
    private final MultiGauge underWay;
    private final Runs runs;

    ServiceMetrics(Runs runs) {
        this.runs = runs;
        this.underWay = MultiGauge.builder("mirror.run.objects")
                .description("objects of the runs under way: listed, queued, finished, failed")
                .register(registry);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        collections.bindTo(registry);
        Gauge.builder("mirror.runs.active", runs, all -> all.underWay().size())
                .description("runs under way")
                .register(registry);
    }

    /** Shows what the stores may take together, and how long that was waited for. */
    void watch(Limits limits) {
        limit("bandwidth", limits.bandwidth());
        limit("requests", limits.requests());
    }

    private void limit(String name, RateLimiter rateLimiter) {
        Gauge.builder("mirror.limit", rateLimiter, RateLimiter::perSecond)
                .description("bytes read or requests sent a second at most; 0: no limit")
                .tags("limit", name)
                .register(registry);
        FunctionCounter.builder(
                        "mirror.limit.waited", rateLimiter, all -> all.waited().toNanos() / NANOS)
                .description("how long copies and listings were held back by a limit, added up")
                .baseUnit("seconds")
                .tags("limit", name)
                .register(registry);
    }

    /** A run has ended. */
    void ended(String name, Summary summary) {
        Tags tags = Tags.of(SCENARIO, name);
        Counter.builder("mirror.runs")
                .description("runs that ended, by status")
                .tags(tags.and("status", summary.status().word()))
                .register(registry)
                .increment();
        for (OutcomeKind kind : OutcomeKind.values()) {
            if (kind.isReported()) {
                objects(tags, kind.word()).increment((double) summary.count(kind));
            }
        }
        objects(tags, OutcomeKind.EQUAL.word()).increment((double) summary.equal());
        Counter.builder("mirror.copied")
                .description("bytes that arrived")
                .baseUnit("bytes")
                .tags(tags)
                .register(registry)
                .increment((double) summary.copiedBytes());
        Timer.builder("mirror.run.duration")
                .description("how long runs took")
                .tags(tags)
                .register(registry)
                .record(summary.duration());
        long now = TimeUnit.MILLISECONDS.toSeconds(System.currentTimeMillis());
        stamp(lastRuns, "mirror.last.run", name).set(now);
        if (summary.status() == RunStatus.OK) {
            stamp(lastSuccesses, "mirror.last.success", name).set(now);
        }
    }

    /** All figures in Prometheus' text format. */
    String text() {
        underWay.register(
                runs.underWay().stream()
                        .flatMap(run -> Map.<String, ToDoubleFunction<Progress>>of(
                                        "listed", Progress::listed,
                                        "queued", Progress::queued,
                                        "finished", Progress::finished,
                                        "failed", Progress::failed)
                                .entrySet()
                                .stream()
                                .map(state -> MultiGauge.Row.of(
                                        Tags.of(
                                                SCENARIO,
                                                run.scenario().toString(),
                                                "run",
                                                run.id(),
                                                "state",
                                                state.getKey()),
                                        state.getValue().applyAsDouble(run.progress()))))
                        .toList(),
                true);
        return registry.scrape();
    }

    private Counter objects(Tags tags, String outcome) {
        return Counter.builder("mirror.objects")
                .description("objects of runs that ended, by outcome")
                .tags(tags.and("outcome", outcome))
                .register(registry);
    }

    private AtomicLong stamp(Map<String, AtomicLong> stamps, String gauge, String name) {
        return stamps.computeIfAbsent(name, n -> {
            AtomicLong stamp = new AtomicLong();
            Gauge.builder(gauge + ".timestamp", stamp, AtomicLong::doubleValue)
                    .description("when the scenario last ended so, in seconds since 1970")
                    .baseUnit("seconds")
                    .tags(SCENARIO, name)
                    .register(registry);
            return stamp;
        });
    }

    @Override
    public void close() {
        collections.close();
        registry.close();
    }
}
