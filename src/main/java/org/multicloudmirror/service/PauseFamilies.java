package org.multicloudmirror.service;

import static org.multicloudmirror.metrics.Family.gauge;

import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.Comparator;
import java.util.List;
import org.multicloudmirror.control.Pauses;
import org.multicloudmirror.metrics.Family;

/** Which scenarios somebody keeps from running. */
final class PauseFamilies {

    private PauseFamilies() {}

    static List<MetricSnapshot> of(ScenarioRoutes routes, Pauses pauses) {
        Family<GaugeDataPointSnapshot> paused =
                gauge("mirror_scenario_paused", "1 while the scenario is paused, else 0.");
        routes.all().stream()
                .map(ScheduledScenario::name)
                .sorted(Comparator.naturalOrder())
                .forEach(name -> paused.add(pauses.isPaused(name) ? 1 : 0, "scenario", name));
        return List.of(paused.snapshot());
    }
}
