package org.multicloudmirror.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.multicloudmirror.metrics.Timetable;
import org.multicloudmirror.scenario.ScenarioParser;
import org.multicloudmirror.settings.SettingsLoader;

class TimetablesTest {

    private static final Instant EVENING = Instant.parse("2026-11-30T20:15:00Z");

    @Test
    void ofAClockHasTheZoneOfItsEntry() {
        Timetable nightly = timetable(Map.of("cron", "0 30 3 * * ?", "timezone", "Europe/Berlin"));

        assertThat(nightly.after(EVENING)).contains(Instant.parse("2026-12-01T02:30:00Z"));
        assertThat(nightly.isByTheClock()).isTrue();
        assertThat(nightly.isOnChange()).isFalse();
    }

    @Test
    void mayComeToAnEnd() {
        assertThat(timetable(Map.of("cron", "0 0 3 1 1 ? 2026")).after(EVENING)).isEmpty();
    }

    @Test
    void ofASpanBeginsAtTheEndOfARun() {
        Timetable every = timetable(Map.of("every", "15m"));

        assertThat(every.after(EVENING)).contains(Instant.parse("2026-11-30T20:30:00Z"));
        assertThat(every.isByTheClock()).isFalse();
        assertThat(every.isOnChange()).isFalse();
        assertThat(timetable(Map.of("poll", "1m")).isOnChange()).isTrue();
    }

    @Test
    void leavesOutTheTimesInWhichNothingBegins() {
        Timetable hourly =
                timetable(Map.of("cron", "0 0 * * * ?", "timezone", "Europe/Berlin", "not-between", "20:00-06:00"));
        Timetable every = timetable(Map.of("every", "15m", "not-between", "Mon 20:00-22:00 UTC"));

        assertThat(hourly.after(EVENING)).contains(Instant.parse("2026-12-01T05:00:00Z"));
        assertThat(every.after(EVENING)).contains(Instant.parse("2026-11-30T22:00:00Z"));
        assertThat(timetable(Map.of("cron", "0 0 3 * * ?", "not-between", "02:00-04:00"))
                        .after(EVENING))
                .as("it never runs")
                .isEmpty();
    }

    private static Timetable timetable(Map<String, String> parameters) {
        return Timetables.of(
                new ScheduledScenario(
                        "it",
                        java.nio.file.Path.of("scenarios.yaml"),
                        1,
                        new ScenarioParser(java.util.Set.of("s3", "cf")).parse("s3://a->cf://b"),
                        "",
                        parameters),
                new SettingsLoader().load());
    }
}
