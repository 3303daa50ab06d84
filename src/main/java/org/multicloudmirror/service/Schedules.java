package org.multicloudmirror.service;

import java.time.Instant;
import java.util.Optional;
import org.multicloudmirror.control.Schedule;
import org.multicloudmirror.metrics.Timetable;

/** When a scheduled scenario is to run. */
final class Schedules {

    private static final String CRON = "cron";
    private static final String EVERY = "every";

    private Schedules() {}

    /** Its schedule as it is written. */
    static Schedule of(ScheduledScenario scenario) {
        String cron = text(scenario, CRON);
        if (!cron.isEmpty()) {
            return new Schedule(CRON, cron, Triggers.zone(text(scenario, "timezone")));
        }
        String every = text(scenario, EVERY);
        return every.isEmpty() ? new Schedule("poll", text(scenario, "poll"), "") : new Schedule(EVERY, every, "");
    }

    /**
     * The next time after a run.
     *
     * @param began when that began
     * @param ended when it ended
     * @return empty when no time is set: it runs when something changes, or never again
     */
    static Optional<Instant> next(Timetable timetable, Instant began, Instant ended) {
        return timetable.isOnChange() ? Optional.empty() : timetable.after(timetable.isByTheClock() ? began : ended);
    }

    /** The time after that one, when its success is overdue. */
    static Optional<Instant> second(Timetable timetable, Instant began, Instant ended) {
        return next(timetable, began, ended).flatMap(first -> next(timetable, first, first));
    }

    private static String text(ScheduledScenario scenario, String parameter) {
        return scenario.parameters().getOrDefault(parameter, "");
    }
}
