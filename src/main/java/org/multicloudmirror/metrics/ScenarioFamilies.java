package org.multicloudmirror.metrics;

import static org.multicloudmirror.metrics.Family.counter;

import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.SummarySnapshot.SummaryDataPointSnapshot;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.multicloudmirror.mirror.run.RunStatus;
import org.multicloudmirror.mirror.task.OutcomeKind;

/** What was counted of each route's runs. */
final class ScenarioFamilies {

    static final String SCENARIO = "scenario";

    private final Family<CounterDataPointSnapshot> runs = counter("mirror_runs", "Runs that ended, by status.");
    private final Family<CounterDataPointSnapshot> objects =
            counter("mirror_objects", "Objects by what became of them, while their run goes on.");
    private final Family<CounterDataPointSnapshot> failures =
            counter("mirror_failures", "Objects that failed and listings that broke off, by kind of reason.");
    private final Family<CounterDataPointSnapshot> copied =
            counter("mirror_copied_bytes", "Bytes of the objects that arrived.");
    private final Family<CounterDataPointSnapshot> transferred = counter(
            "mirror_transferred_bytes",
            "Bytes that were read, or copied on a server, those of repeated and failed attempts included.");
    private final Family<SummaryDataPointSnapshot> duration =
            Family.summary("mirror_run_duration_seconds", "How long runs took.");

    static List<MetricSnapshot> of(RunFigures figures) {
        ScenarioFamilies families = new ScenarioFamilies();
        new TreeMap<>(figures.byRoute()).forEach(families::add);
        return Stream.of(
                        families.runs,
                        families.objects,
                        families.failures,
                        families.copied,
                        families.transferred,
                        families.duration)
                .<MetricSnapshot>map(Family::snapshot)
                .toList();
    }

    private void add(String name, ScenarioFigures figures) {
        figures.runs().forEach((status, count) -> {
            if (status != RunStatus.DIFFERENT) {
                runs.add(count, SCENARIO, name, "status", status.word());
            }
        });
        long equal = figures.equal();
        figures.outcomes()
                .forEach((kind, count) -> objects.add(
                        kind == OutcomeKind.EQUAL ? count + equal : count, SCENARIO, name, "outcome", kind.word()));
        figures.failures().forEach((why, count) -> failures.add(count, SCENARIO, name, "reason", why.word()));
        copied.add(figures.copiedBytes(), SCENARIO, name);
        transferred.add(figures.bytes(), SCENARIO, name);
        PastRuns past = figures.past();
        duration.add(Family.sum(past.count(), past.sum().toMillis() / 1e3, SCENARIO, name));
    }
}
