package org.multicloudmirror.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.multicloudmirror.control.Schedule;

class SchedulesTest {

    private static final Instant BEGAN = Instant.parse("2026-03-28T00:30:00.050Z");
    private static final Instant ENDED = Instant.parse("2026-03-28T00:35:00Z");

    @Test
    void cronCountsFromTheBeginningInItsZone() {
        Schedule nightly = new Schedule("cron", "0 30 1 * * ?", "Europe/Berlin");

        assertThat(Schedules.next(nightly, BEGAN, ENDED)).contains(Instant.parse("2026-03-29T00:30:00Z"));
        assertThat(Schedules.second(nightly, BEGAN, ENDED))
                .as("summer time")
                .contains(Instant.parse("2026-03-29T23:30:00Z"));
    }

    @Test
    void aSpanCountsFromTheEnd() {
        Schedule often = new Schedule("every", "15m", "");

        assertThat(Schedules.next(often, BEGAN, ENDED)).contains(Instant.parse("2026-03-28T00:50:00Z"));
        assertThat(Schedules.second(often, BEGAN, ENDED)).contains(Instant.parse("2026-03-28T01:05:00Z"));
    }

    @Test
    void whoWaitsForAChangeHasNoTime() {
        assertThat(Schedules.next(new Schedule("poll", "15m", ""), BEGAN, ENDED))
                .isEmpty();
    }

    @Test
    void theLastTimeHasNoNext() {
        Schedule once = new Schedule("cron", "0 30 1 28 3 ? 2026", "UTC");

        assertThat(Schedules.next(once, Instant.parse("2026-03-28T01:30:00Z"), ENDED))
                .isEmpty();
    }
}
