package org.multicloudmirror.metrics;

import static org.multicloudmirror.metrics.Family.gauge;
import static org.multicloudmirror.metrics.ScenarioFamilies.SCENARIO;

import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.multicloudmirror.mirror.run.RunStatus;

/** How each route's last run ended, and when the next is due. */
final class ScheduleFamilies {

    private final Instant now = Instant.now();
    private final Family<GaugeDataPointSnapshot> lastRun = gauge(
            "mirror_last_run_timestamp_seconds", "When the last run ended, in seconds since 1970; 0 before the first.");
    private final Family<GaugeDataPointSnapshot> lastSuccess = gauge(
            "mirror_last_success_timestamp_seconds",
            "When the last run ended whose status was ok, in seconds since 1970; 0 while none has.");
    private final Family<GaugeDataPointSnapshot> lastStatus =
            gauge("mirror_last_run_status", "1 for the status that the last run ended with, 0 for the others.");
    private final Family<GaugeDataPointSnapshot> lastDuration =
            gauge("mirror_last_run_duration_seconds", "How long the last run took.");
    private final Family<GaugeDataPointSnapshot> next = gauge(
            "mirror_next_run_timestamp_seconds",
            "When the next run begins, in seconds since 1970; none while every waits for a run, and for poll.");
    private final Family<GaugeDataPointSnapshot> due = gauge(
            "mirror_success_due_timestamp_seconds", "When the schedule wants the next success, in seconds since 1970.");

    static List<MetricSnapshot> of(RunFigures figures) {
        ScheduleFamilies families = new ScheduleFamilies();
        new TreeMap<>(figures.byRoute()).forEach(families::add);
        new TreeMap<>(figures.timetables())
                .forEach((name, timetable) ->
                        families.add(name, figures.byRoute().get(name), timetable));
        return Stream.of(
                        families.lastRun,
                        families.lastSuccess,
                        families.lastStatus,
                        families.lastDuration,
                        families.next,
                        families.due)
                .<MetricSnapshot>map(Family::snapshot)
                .toList();
    }

    private void add(String name, ScenarioFigures figures) {
        PastRuns past = figures.past();
        lastRun.add(past.last().map(EndedRun::ended).orElse(Instant.EPOCH), SCENARIO, name);
        lastSuccess.add(past.lastSuccess().orElse(Instant.EPOCH), SCENARIO, name);
        String last = past.last().map(EndedRun::status).orElse("");
        for (RunStatus status : RunStatus.values()) {
            if (status != RunStatus.DIFFERENT) {
                lastStatus.add(status.word().equals(last) ? 1 : 0, SCENARIO, name, "status", status.word());
            }
        }
        past.last().ifPresent(run -> lastDuration.add(run.duration().toMillis() / 1e3, SCENARIO, name));
    }

    private void add(String name, @org.jspecify.annotations.Nullable ScenarioFigures figures, Timetable timetable) {
        if (figures != null) {
            next.add(figures.nextRun(timetable, now).orElse(null), SCENARIO, name);
            due.add(figures.successDue(timetable).orElse(null), SCENARIO, name);
        }
    }
}
