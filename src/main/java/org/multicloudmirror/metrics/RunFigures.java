package org.multicloudmirror.metrics;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.multicloudmirror.history.HistoryEntry;
import org.multicloudmirror.mirror.options.RunMode;
import org.multicloudmirror.mirror.run.Run;
import org.multicloudmirror.mirror.run.RunObserver;
import org.multicloudmirror.mirror.run.Summary;
import org.multicloudmirror.mirror.task.FailureClass;
import org.multicloudmirror.mirror.task.Outcome;

/** The figures of all routes that start runs. A scenario that leaves its file takes its figures along. */
final class RunFigures implements RunObserver {

    private final Map<String, ScenarioFigures> byRoute = new ConcurrentHashMap<>();
    private final Map<String, Timetable> timetables = new ConcurrentHashMap<>();

    /** Whose route is gone: a run of it that is still under way makes no new figures. */
    private final Set<String> gone = ConcurrentHashMap.newKeySet();

    private final Map<String, ScenarioFigures> byRun = new ConcurrentHashMap<>();

    /**
     * These are scheduled from now on.
     *
     * @param history what ran before, oldest first, for those that are new
     */
    void schedule(List<Scheduled> scheduled, List<HistoryEntry> history) {
        Set<String> names = scheduled.stream().map(Scheduled::name).collect(Collectors.toSet());
        byRoute.forEach((name, figures) -> {
            if (figures.isScheduled() && !names.contains(name)) {
                gone.add(name);
                timetables.remove(name);
                byRoute.remove(name);
            }
        });
        for (Scheduled each : scheduled) {
            gone.remove(each.name());
            timetables.put(each.name(), each.timetable());
            byRoute.compute(
                    each.name(), (name, known) -> known != null && known.fit(each) ? known : seeded(each, history));
        }
    }

    void clockPutBack(Instant now) {
        byRoute.values().forEach(figures -> figures.clockPutBack(now));
    }

    private static ScenarioFigures seeded(Scheduled scheduled, List<HistoryEntry> history) {
        ScenarioFigures figures = new ScenarioFigures(scheduled);
        history.stream()
                .filter(entry -> entry.isOf(scheduled.name(), scheduled.scenario()))
                .map(EndedRun::of)
                .forEach(figures.past()::seed);
        figures.clockPutBack(Instant.now());
        return figures;
    }

    @Override
    public void began(Run run) {
        String name = run.options().name();
        if (run.options().mode() != RunMode.CHECK && !name.isEmpty() && !gone.contains(name)) {
            ScenarioFigures figures = byRoute.computeIfAbsent(name, route -> new ScenarioFigures(null));
            byRun.put(run.id(), figures);
            figures.began(run);
        }
    }

    @Override
    public void arrived(Run run, Outcome outcome) {
        ScenarioFigures figures = byRun.get(run.id());
        if (figures != null) {
            figures.arrived(run, outcome);
        }
    }

    @Override
    public void broke(Run run, FailureClass why) {
        ScenarioFigures figures = byRun.get(run.id());
        if (figures != null) {
            figures.broke(why);
        }
    }

    @Override
    public void ended(String name, RunMode mode, Summary summary) {
        ScenarioFigures known = byRun.remove(summary.runId());
        if (known != null) {
            known.ended(mode, summary);
        } else if (mode != RunMode.CHECK && !name.isEmpty() && !gone.contains(name)) {
            byRoute.computeIfAbsent(name, route -> new ScenarioFigures(null)).ended(mode, summary);
        }
    }

    Map<String, ScenarioFigures> byRoute() {
        return byRoute;
    }

    /** When the scheduled ones are to run. */
    Map<String, Timetable> timetables() {
        return timetables;
    }

    /** Whose run an id is; empty for one that is not counted. */
    String routeOf(String runId, String otherwise) {
        ScenarioFigures figures = byRun.get(runId);
        return byRoute.entrySet().stream()
                .filter(entry -> entry.getValue() == figures)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(otherwise);
    }

    /** All runs under way that are counted. */
    Collection<Run> underWay() {
        return byRoute.values().stream()
                .flatMap(figures -> figures.underWay().stream())
                .map(RunUnderWay::run)
                .toList();
    }
}
