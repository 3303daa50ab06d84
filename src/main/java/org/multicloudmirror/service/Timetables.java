package org.multicloudmirror.service;

import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import org.multicloudmirror.metrics.Timetable;
import org.multicloudmirror.settings.Setting;
import org.multicloudmirror.settings.Settings;
import org.multicloudmirror.settings.TimesOfDay;
import org.quartz.CronExpression;

/** When scheduled scenarios are to run, as their {@code cron}, {@code every} or {@code poll} says. */
final class Timetables {

    private Timetables() {}

    /**
     * The timetable of an entry that {@link Triggers} takes.
     *
     * @param settings what holds where the entry says nothing
     */
    static Timetable of(ScheduledScenario scenario, Settings settings) {
        return new Open(written(scenario), scenario.over(settings).times(Setting.NOT_BETWEEN));
    }

    private static Timetable written(ScheduledScenario scenario) {
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

    /** Without the times in which nothing begins. */
    private record Open(Timetable written, TimesOfDay closed) implements Timetable {

        /** A schedule that only ever meets those times is looked at no longer. */
        private static final int LOOKS = 1000;

        @Override
        public Optional<Instant> after(Instant moment) {
            Optional<Instant> next = written.after(moment);
            for (int looks = 0; looks < LOOKS && next.isPresent(); looks++) {
                ZonedDateTime time = next.get().atZone(ZoneId.systemDefault());
                if (!closed.has(time)) {
                    return next;
                }
                next = closed.firstOutside(time).map(ZonedDateTime::toInstant).flatMap(this::from);
            }
            return Optional.empty();
        }

        @Override
        public Optional<Instant> notBefore(Instant moment) {
            return closed.firstOutside(moment.atZone(ZoneId.systemDefault())).map(ZonedDateTime::toInstant);
        }

        private Optional<Instant> from(Instant open) {
            return written.isByTheClock() ? written.after(open.minusMillis(1)) : Optional.of(open);
        }

        @Override
        public boolean isByTheClock() {
            return written.isByTheClock();
        }

        @Override
        public boolean isOnChange() {
            return written.isOnChange();
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
