package org.multicloudmirror.service;

import java.io.IOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.multicloudmirror.control.LastRun;
import org.multicloudmirror.control.Pauses;
import org.multicloudmirror.control.RunProgress;
import org.multicloudmirror.control.ScenarioStatus;
import org.multicloudmirror.control.ServiceStatus;
import org.multicloudmirror.delivery.History;
import org.multicloudmirror.history.HistoryFile;
import org.multicloudmirror.metrics.Timetable;
import org.multicloudmirror.settings.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts together how scenarios are: of their entries, the history, the pauses, and the service where one runs. */
final class StatusBoard {

    private static final Logger LOG = LoggerFactory.getLogger(StatusBoard.class);

    private final Settings settings;
    private final HistoryFile history;
    private final Pauses pauses;
    private final LastRuns lastRuns;

    StatusBoard(Settings settings, Pauses pauses, LastRuns lastRuns) {
        this.settings = settings;
        this.history = History.file(settings);
        this.pauses = pauses;
        this.lastRuns = lastRuns;
    }

    /** What a service knows of its scenarios. */
    interface Live {

        ServiceStatus.Running running();

        /** How far the runs of a scenario are. */
        List<RunProgress> underWay(ScheduledScenario scenario);

        /** When its trigger was last done; empty when it has yet to fire. */
        Optional<Instant> lastReturn(ScheduledScenario scenario);
    }

    /**
     * The status for now.
     *
     * @param place the scenarios file, or that there is none
     * @param live null when no service runs
     * @param mistakes why what is written is not what is scheduled
     */
    ServiceStatus look(List<ScheduledScenario> scenarios, String place, @Nullable Live live, List<String> mistakes) {
        Instant now = Instant.now();
        LastRuns past = past(scenarios, now);
        Map<String, Instant> paused = paused();
        List<ScenarioStatus> all = scenarios.stream()
                .sorted(Comparator.comparing(ScheduledScenario::name))
                .map(each -> status(each, paused.get(each.name()), live, past, now))
                .toList();
        List<String> names = scenarios.stream().map(ScheduledScenario::name).toList();
        return new ServiceStatus(
                now,
                live == null ? null : live.running(),
                all,
                place,
                paused.keySet().stream().filter(name -> !names.contains(name)).toList(),
                mistakes);
    }

    private ScenarioStatus status(
            ScheduledScenario scenario,
            @Nullable Instant pausedUntil,
            @Nullable Live live,
            LastRuns past,
            Instant now) {
        Timetable timetable = Timetables.of(scenario, settings);
        String text = scenario.scenario().toString();
        List<RunProgress> underWay = live == null ? List.of() : live.underWay(scenario);
        Optional<LastRun> success = past.success(scenario.name());
        LastRun last = past.of(scenario.name());
        return new ScenarioStatus(
                scenario.name(),
                text,
                Schedules.of(scenario),
                pausedUntil,
                last,
                success.map(LastRun::ended).orElse(null),
                live == null || pausedUntil != null ? null : next(timetable, live.lastReturn(scenario), underWay, now),
                pausedUntil == null && isLate(timetable, success, last, underWay, now),
                underWay);
    }

    private static @Nullable Instant next(
            Timetable timetable, Optional<Instant> lastReturn, List<RunProgress> underWay, Instant now) {
        // a span that has yet to begin begins at once
        boolean isSpan = !timetable.isByTheClock() && !timetable.isOnChange();
        if (isSpan && !underWay.isEmpty()) {
            return null;
        }
        return isSpan && lastReturn.isEmpty()
                ? timetable.notBefore(now).orElse(null)
                : Schedules.next(timetable, now, lastReturn.orElse(now)).orElse(null);
    }

    /**
     * Two times have passed without a success, and none is on its way. What a metric tells as due is the first of them, to
     * which an alert adds its own slack.
     */
    private static boolean isLate(
            Timetable timetable,
            Optional<LastRun> success,
            @Nullable LastRun last,
            List<RunProgress> underWay,
            Instant now) {
        if (success.isEmpty()) {
            return last != null && underWay.isEmpty();
        }
        Instant overdue = Schedules.second(
                        timetable, success.get().started(), success.get().ended())
                .orElse(Instant.MAX);
        return now.isAfter(overdue)
                && underWay.stream().allMatch(run -> run.started().isAfter(overdue));
    }

    private LastRuns past(List<ScheduledScenario> scenarios, Instant now) {
        LastRuns past = new LastRuns();
        try {
            history.last(Integer.MAX_VALUE).stream()
                    .filter(entry -> !entry.started().isAfter(now))
                    .forEach(entry -> scenarios.stream()
                            .filter(each ->
                                    entry.isOf(each.name(), each.scenario().toString()))
                            .forEach(each -> past.note(each.name(), entry)));
        } catch (IOException e) {
            LOG.debug("the history cannot be read", e);
        }
        return past.with(lastRuns, now);
    }

    private Map<String, Instant> paused() {
        try {
            return pauses.all();
        } catch (IOException e) {
            LOG.debug("the state directory cannot be read", e);
            return Map.of();
        }
    }
}
