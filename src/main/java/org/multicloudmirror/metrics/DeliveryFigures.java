package org.multicloudmirror.metrics;

import static org.multicloudmirror.metrics.Family.counter;

import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import org.multicloudmirror.delivery.DeliveryObserver;

/** What became of reports on their ways to those who read them. */
final class DeliveryFigures implements DeliveryObserver {

    private static final String OURS = "mirror-";
    private static final String HOOK = "hook";

    /** How often a report arrived in one way, and how often it did not. */
    private static final class Way {

        private final LongAdder delivered = new LongAdder();
        private final LongAdder failed = new LongAdder();
    }

    private final Map<String, Way> ways = new ConcurrentSkipListMap<>(Map.of(HOOK, new Way()));

    @Override
    public void watched(String route) {
        way(route);
    }

    @Override
    public void delivered(String route) {
        way(route).delivered.increment();
    }

    @Override
    public void failed(String route) {
        way(route).failed.increment();
    }

    private Way way(String route) {
        return ways.computeIfAbsent(kind(route), kind -> new Way());
    }

    /** The route's id without what all of ours begin with; hooks are told by their URIs, and counted together. */
    private static String kind(String route) {
        return route.startsWith(OURS) ? route.substring(OURS.length()) : route.contains(":") ? HOOK : route;
    }

    MetricSnapshot family() {
        Family<CounterDataPointSnapshot> deliveries = counter(
                "mirror_deliveries",
                "Reports delivered, by way and result: mail, archive, history, hook, notice, report.");
        ways.forEach((kind, way) -> deliveries
                .add(way.delivered.sum(), "kind", kind, "result", "ok")
                .add(way.failed.sum(), "kind", kind, "result", "failed"));
        return deliveries.snapshot();
    }
}
