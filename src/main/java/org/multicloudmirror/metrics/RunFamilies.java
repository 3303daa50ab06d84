package org.multicloudmirror.metrics;

import static org.multicloudmirror.metrics.Family.gauge;
import static org.multicloudmirror.metrics.ScenarioFamilies.SCENARIO;

import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.multicloudmirror.mirror.run.Progress;

/** What is under way. */
final class RunFamilies {

    private static final String STATE = "state";
    private static final Map<String, ToLongFunction<Progress>> STATES = new TreeMap<>(Map.of(
            "listed", Progress::listed,
            "queued", Progress::queued,
            "finished", Progress::finished,
            "failed", Progress::failed));

    private final Instant now = Instant.now();
    private final Family<GaugeDataPointSnapshot> underWay = gauge("mirror_runs_in_progress", "Runs under way.");
    private final Family<GaugeDataPointSnapshot> started = gauge(
            "mirror_run_started_timestamp_seconds",
            "When the run under way began, the oldest of several, in seconds since 1970.");
    private final Family<GaugeDataPointSnapshot> moved = gauge(
            "mirror_run_last_progress_timestamp_seconds",
            "When the run under way last came further, the slowest of several, in seconds since 1970.");
    private final Family<GaugeDataPointSnapshot> progress =
            gauge("mirror_run_progress_objects", "Objects of the runs under way: listed, queued, finished, failed.");

    static List<MetricSnapshot> of(RunFigures figures) {
        RunFamilies families = new RunFamilies();
        new TreeMap<>(figures.byRoute()).forEach(families::add);
        return Stream.of(families.underWay, families.started, families.moved, families.progress)
                .<MetricSnapshot>map(Family::snapshot)
                .toList();
    }

    private void add(String name, ScenarioFigures figures) {
        Collection<RunUnderWay> runs = figures.underWay();
        underWay.add(runs.size(), SCENARIO, name);
        if (!runs.isEmpty()) {
            started.add(first(runs.stream().map(each -> each.run().started())), SCENARIO, name);
            moved.add(first(runs.stream().map(each -> each.moved(now))), SCENARIO, name);
            STATES.forEach((state, figure) ->
                    progress.add(figures.sum(run -> figure.applyAsLong(run.progress())), SCENARIO, name, STATE, state));
        }
    }

    private static Instant first(Stream<Instant> moments) {
        return moments.min(Comparator.naturalOrder()).orElse(Instant.EPOCH);
    }
}
