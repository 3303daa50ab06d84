package org.multicloudmirror.service;

import static org.multicloudmirror.metrics.Family.gauge;

import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.multicloudmirror.app.Engine;
import org.multicloudmirror.app.Load;
import org.multicloudmirror.metrics.Family;
import org.multicloudmirror.metrics.Metrics;
import org.multicloudmirror.mirror.task.CopyTask;

/** What waits between the stages, and what is being copied. */
final class LoadFamilies {

    private LoadFamilies() {}

    static List<MetricSnapshot> of(Engine engine, Metrics metrics) {
        Load load = engine.load();
        Family<GaugeDataPointSnapshot> inFlight =
                gauge("mirror_objects_in_flight", "Objects that workers have, by the route that started their run.");
        Map<String, Long> byRoute = load.inHand().stream()
                .distinct()
                .collect(Collectors.groupingBy(
                        (CopyTask task) -> metrics.routeOf(task.runId()), TreeMap::new, Collectors.counting()));
        byRoute.forEach((route, count) -> inFlight.add(count, "scenario", route));
        return List.of(
                inFlight.snapshot(),
                gauge("mirror_queue_depth", "What waits for a worker (objects) or a lister (ranges).")
                        .add(load.queuedObjects(), "queue", "objects")
                        .add(load.queuedRanges(), "queue", "ranges")
                        .snapshot(),
                gauge("mirror_spool_bytes", "Bytes in temporary files, until their MD5 is known and they are sent.")
                        .add(load.spooledBytes())
                        .snapshot());
    }
}
