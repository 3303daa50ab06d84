package org.multicloudmirror.service;

import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import org.multicloudmirror.metrics.Timetable;
import org.quartz.CronExpression;

/** When scheduled scenarios are to run, as their {@code cron}, {@code every} or {@code poll} says. */
final class Timetables {

    private Timetables() {}

    /** The timetable of an entry that {@link Triggers} takes. */
    static Timetable of(ScheduledScenario scenario) {
        Map<String, String> parameters = scenario.parameters();
        String cron = parameters.getOrDefault("cron", "");
        if (!cron.isEmpty()) {
            return cron(cron, parameters.getOrDefault("timezone", ""));
        }
        String every = parameters.getOrDefault("every", "");
        return every.isEmpty()
                ? new Spans(Triggers.span("poll", parameters.getOrDefault("poll", "")), true)
                : new Spans(Triggers.span("every", every), false);
    }

    private static Timetable cron(String text, String zone) {
        try {
            CronExpression times = new CronExpression(text);
            times.setTimeZone(TimeZone.getTimeZone(Triggers.zone(zone)));
            return new Clock(times);
        } catch (ParseException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    private record Spans(Duration span, boolean isOnChange) implements Timetable {

        @Override
        public Optional<Instant> after(Instant moment) {
            return Optional.of(moment.plus(span));
        }
    }

    private record Clock(CronExpression times) implements Timetable {

        @Override
        public Optional<Instant> after(Instant moment) {
            return Optional.ofNullable(times.getNextValidTimeAfter(Date.from(moment)))
                    .map(Date::toInstant);
        }

        @Override
        public boolean isByTheClock() {
            return true;
        }
    }
}
