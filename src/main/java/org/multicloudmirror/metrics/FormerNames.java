package org.multicloudmirror.metrics;

import static org.multicloudmirror.metrics.Family.gauge;
import static org.multicloudmirror.metrics.ScenarioFamilies.SCENARIO;

import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import org.multicloudmirror.mirror.run.Progress;
import org.multicloudmirror.mirror.run.Run;

/** Series of version 1.0, for one release more. */
final class FormerNames {

    private FormerNames() {}

    /** What the help of one says. */
    static String help(String successor) {
        return "Deprecated, gone with the next release; use " + successor + ".";
    }

    static List<MetricSnapshot> of(RunFigures figures) {
        Collection<Run> runs = figures.underWay();
        Family<GaugeDataPointSnapshot> objects = gauge("mirror_run_objects", help("mirror_run_progress_objects"));
        for (Run run : runs) {
            Progress progress = run.progress();
            add(objects, run, "listed", progress.listed());
            add(objects, run, "queued", progress.queued());
            add(objects, run, "finished", progress.finished());
            add(objects, run, "failed", progress.failed());
        }
        Family<GaugeDataPointSnapshot> longest =
                gauge("mirror_run_duration_seconds_max", help("mirror_last_run_duration_seconds"));
        new TreeMap<>(figures.byRoute())
                .forEach((name, each) -> longest.add(each.past().longest().toMillis() / 1e3, SCENARIO, name));
        return List.of(
                gauge("mirror_runs_active", help("mirror_runs_in_progress"))
                        .add(runs.size())
                        .snapshot(),
                objects.snapshot(),
                longest.snapshot());
    }

    private static void add(Family<?> objects, Run run, String state, long count) {
        objects.add(count, SCENARIO, run.scenario().toString(), "run", run.id(), "state", state);
    }
}
