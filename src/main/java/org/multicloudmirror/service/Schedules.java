package org.multicloudmirror.service;

import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.TimeZone;
import org.multicloudmirror.control.Schedule;
import org.quartz.CronExpression;

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
    static Optional<Instant> next(Schedule schedule, Instant began, Instant ended) {
        return switch (schedule.kind()) {
            case CRON -> after(schedule, began);
            case EVERY -> Optional.of(ended.plus(span(schedule)));
            default -> Optional.empty();
        };
    }

    /** The time after that one, when its success is overdue. */
    static Optional<Instant> second(Schedule schedule, Instant began, Instant ended) {
        return next(schedule, began, ended).flatMap(first -> next(schedule, first, first));
    }

    private static Optional<Instant> after(Schedule schedule, Instant instant) {
        try {
            CronExpression cron = new CronExpression(schedule.text());
            cron.setTimeZone(TimeZone.getTimeZone(schedule.zone()));
            return Optional.ofNullable(cron.getNextValidTimeAfter(Date.from(instant)))
                    .map(Date::toInstant);
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Duration span(Schedule schedule) {
        return Triggers.span(EVERY, schedule.text());
    }

    private static String text(ScheduledScenario scenario, String parameter) {
        return scenario.parameters().getOrDefault(parameter, "");
    }
}
