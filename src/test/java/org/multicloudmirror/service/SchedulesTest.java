package org.multicloudmirror.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.multicloudmirror.metrics.Timetable;
import org.multicloudmirror.scenario.ScenarioParser;
import org.multicloudmirror.settings.SettingsLoader;

class SchedulesTest {

    private static final Instant BEGAN = Instant.parse("2026-03-28T00:30:00.050Z");
    private static final Instant ENDED = Instant.parse("2026-03-28T00:35:00Z");

    @Test
    void cronCountsFromTheBeginningInItsZone() {
        Timetable nightly = timetable("cron", "0 30 1 * * ?", "timezone", "Europe/Berlin");

        assertThat(Schedules.next(nightly, BEGAN, ENDED)).contains(Instant.parse("2026-03-29T00:30:00Z"));
        assertThat(Schedules.second(nightly, BEGAN, ENDED))
                .as("summer time")
                .contains(Instant.parse("2026-03-29T23:30:00Z"));
    }

    @Test
    void aSpanCountsFromTheEnd() {
        Timetable often = timetable("every", "15m");

        assertThat(Schedules.next(often, BEGAN, ENDED)).contains(Instant.parse("2026-03-28T00:50:00Z"));
        assertThat(Schedules.second(often, BEGAN, ENDED)).contains(Instant.parse("2026-03-28T01:05:00Z"));
    }

    @Test
    void whoWaitsForAChangeHasNoTime() {
        assertThat(Schedules.next(timetable("poll", "15m"), BEGAN, ENDED)).isEmpty();
    }

    @Test
    void theLastTimeHasNoNext() {
        Timetable once = timetable("cron", "0 30 1 28 3 ? 2026", "timezone", "UTC");

        assertThat(Schedules.next(once, Instant.parse("2026-03-28T01:30:00Z"), ENDED))
                .isEmpty();
    }

    private static Timetable timetable(String trigger, String text) {
        return timetable(Map.of(trigger, text));
    }

    private static Timetable timetable(String trigger, String text, String name, String value) {
        return timetable(Map.of(trigger, text, name, value));
    }

    private static Timetable timetable(Map<String, String> parameters) {
        return Timetables.of(
                new ScheduledScenario(
                        "it",
                        Path.of("scenarios.yaml"),
                        1,
                        new ScenarioParser(Set.of("s3", "cf")).parse("s3://a->cf://b"),
                        "",
                        parameters),
                new SettingsLoader().load());
    }
}
