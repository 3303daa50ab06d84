package org.multicloudmirror.metrics;

import static org.multicloudmirror.metrics.Family.counter;
import static org.multicloudmirror.metrics.Family.gauge;

import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.multicloudmirror.http.RequestObserver;
import org.multicloudmirror.stores.StoreObserver;

/** What the stores are asked for, and how they answer. */
final class StoreFigures implements StoreObserver {

    private static final String STORE = "store";

    private final Map<String, StoreRequests> byStore = new ConcurrentSkipListMap<>();
    private final Counts<Kind> retries = new Counts<>(Kind.class);

    @Override
    public RequestObserver of(String store) {
        return byStore.computeIfAbsent(store, name -> new StoreRequests());
    }

    @Override
    public void retried(Kind kind) {
        retries.add(kind, 1);
    }

    List<MetricSnapshot> families() {
        Family<CounterDataPointSnapshot> requests =
                counter("mirror_store_requests", "Requests by store, operation and class of the answer's status.");
        Family<HistogramDataPointSnapshot> latency = Family.histogram(
                "mirror_store_request_duration_seconds",
                "From the beginning of a request, its body included, to the headers of its answer.");
        Family<GaugeDataPointSnapshot> inFlight =
                gauge("mirror_store_requests_in_flight", "Requests whose answer has not begun.");
        Family<CounterDataPointSnapshot> throttled =
                counter("mirror_store_throttled", "Answers that ask for fewer requests, by status.");
        Family<CounterDataPointSnapshot> logins = counter("mirror_store_logins", "Logins by store and result.");
        byStore.forEach((store, figures) -> {
            figures.forEach((group, took) -> {
                String[] labels = {
                    STORE,
                    store,
                    "operation",
                    group.kind().word(),
                    "status",
                    group.status().word()
                };
                requests.add(took.count(), labels);
                latency.add(took.snapshot(labels));
            });
            inFlight.add(figures.inFlight(), STORE, store);
            StoreRequests.THROTTLING.forEach(status ->
                    throttled.add(figures.throttled(status), STORE, store, "status", Integer.toString(status)));
            figures.logins().forEach((result, count) -> logins.add(count, STORE, store, "result", word(result)));
        });
        Family<CounterDataPointSnapshot> again =
                counter("mirror_retries", "Further attempts at objects, at parts, and at pages and deletions.");
        retries.forEach((kind, count) -> again.add(count, "kind", word(kind)));
        return List.of(
                requests.snapshot(),
                latency.snapshot(),
                inFlight.snapshot(),
                throttled.snapshot(),
                logins.snapshot(),
                again.snapshot());
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
