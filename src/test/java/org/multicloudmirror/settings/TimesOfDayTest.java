package org.multicloudmirror.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimesOfDayTest {

    /** 2026-11-30 is a Monday. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            08:00-18:00                             | 2026-11-30T08:00:00Z      | true
            08:00-18:00                             | 2026-11-30T17:59:59Z      | true
            08:00-18:00                             | 2026-11-30T18:00:00Z      | false
            08:00-18:00                             | 2026-11-30T07:59:59Z      | false
            22:00-06:00                             | 2026-11-30T23:00:00Z      | true
            22:00-06:00                             | 2026-11-30T05:59:59Z      | true
            22:00-06:00                             | 2026-11-30T06:00:00Z      | false
            00:00-24:00                             | 2026-11-30T23:59:59Z      | true
            Mon-Fri 08:00-18:00                     | 2026-11-28T12:00:00Z      | false
            mon-fri 08:00-18:00                     | 2026-11-27T12:00:00Z      | true
            Sat-Mon 08:00-18:00                     | 2026-11-30T12:00:00Z      | true
            Sat-Mon 08:00-18:00                     | 2026-12-01T12:00:00Z      | false
            Sun 22:00-06:00                         | 2026-11-30T05:00:00Z      | true
            Mon 22:00-06:00                         | 2026-11-30T05:00:00Z      | false
            08:00-10:00, 12:00-14:00                | 2026-11-30T13:00:00Z      | true
            08:00-10:00, 12:00-14:00                | 2026-11-30T11:00:00Z      | false
            08:00-18:00 Europe/Berlin               | 2026-11-30T07:30:00Z      | true
            Mon-Fri 08:00-18:00,Sun 1:00-2:00 UTC   | 2026-11-30T08:30:00+01:00 | invalid
            Mon-Fri 08:00-18:00,Sun 01:00-02:00 UTC | 2026-11-30T08:30:00+01:00 | false
            02:30-03:30 Europe/Berlin               | 2026-03-29T01:15:00Z      | true
            02:30-03:30 Europe/Berlin               | 2026-10-25T00:45:00Z      | true
            02:30-03:30 Europe/Berlin               | 2026-10-25T01:45:00Z      | true
            """)
    void hasATime(String text, String time, String expected) {
        assertThat(TimesOfDay.read(text)
                        .map(times -> String.valueOf(times.has(ZonedDateTime.parse(time))))
                        .orElse("invalid"))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            08:00-18:00                         | 2026-11-30T07:00:00Z | PT1H
            08:00-18:00                         | 2026-11-30T09:00:00Z | PT0S
            08:00-18:00                         | 2026-11-30T18:00:00Z | PT14H
            Mon 08:00-18:00                     | 2026-11-30T18:00:00Z | PT158H
            08:00-09:00, Tue 01:00-02:00        | 2026-11-30T23:00:00Z | PT2H
            01:00-02:00 America/New_York        | 2026-11-30T05:00:00Z | PT1H
            """)
    void tellsHowLongItIsUntilTheNext(String text, String time, Duration expected) {
        assertThat(TimesOfDay.read(text).orElseThrow().until(ZonedDateTime.parse(time)))
                .contains(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            08:00-18:00                         | 2026-11-30T07:00:00Z      | 2026-11-30T07:00:00Z
            08:00-18:00                         | 2026-11-30T09:00:00Z      | 2026-11-30T18:00:00Z
            08:00-18:00, 18:00-20:00            | 2026-11-30T09:00:00Z      | 2026-11-30T20:00:00Z
            22:00-06:00                         | 2026-11-30T23:00:00Z      | 2026-12-01T06:00:00Z
            Sat-Sun 00:00-24:00                 | 2026-11-28T12:00:00Z      | 2026-11-30T00:00:00Z
            01:00-02:30 Europe/Berlin           | 2026-10-25T00:45:00Z      | 2026-10-25T00:45:00Z
            01:00-02:30 Europe/Berlin           | 2026-10-25T01:15:00Z      | 2026-10-25T01:30:00Z
            """)
    void tellsTheFirstMomentOutside(String text, String time, String expected) {
        assertThat(TimesOfDay.read(text)
                        .orElseThrow()
                        .firstOutside(ZonedDateTime.parse(time))
                        .map(ZonedDateTime::toInstant))
                .contains(ZonedDateTime.parse(expected).toInstant());
    }

    @Test
    void mayLeaveNoMoment() {
        assertThat(TimesOfDay.read("00:00-24:00")
                        .orElseThrow()
                        .firstOutside(ZonedDateTime.parse("2026-11-30T07:00:00Z")))
                .isEmpty();
    }

    @Test
    void anEmptyTextHasNone() {
        TimesOfDay none = TimesOfDay.read(" ").orElseThrow();
        ZonedDateTime now = ZonedDateTime.parse("2026-11-30T07:00:00Z");

        assertThat(none.has(now)).isFalse();
        assertThat(none.until(now)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8-18",
                "08:00",
                "08:00-08:00",
                "24:00-01:00",
                "08:00-25:00",
                "08:00-18:00,",
                "Mo 08:00-18:00",
                "Mon- 08:00-18:00",
                "08:00-18:00 Mars/Olympus",
                "08:00-18:00 CET CET",
                "08:00-18:00 Mon"
            })
    void refusesWhatItDoesNotUnderstand(String text) {
        assertThat(TimesOfDay.read(text)).isEmpty();
        assertThat(Setting.NOT_BETWEEN.kind().complaint(text))
                .contains("times such as 08:00-18:00 or Mon-Fri 22:00-06:00 Europe/Berlin, separated by commas");
    }

    @Test
    void aScenariosZoneHoldsWhereTheTimesNameNone() {
        assertThat(RunSettings.inZone("08:00-18:00", "Europe/Berlin")).isEqualTo("08:00-18:00 Europe/Berlin");
        assertThat(RunSettings.inZone("08:00-18:00 UTC", "Europe/Berlin")).isEqualTo("08:00-18:00 UTC");
        assertThat(RunSettings.inZone("", "Europe/Berlin")).isEmpty();
        assertThat(RunSettings.inZone("nonsense", "Europe/Berlin")).isEqualTo("nonsense");
    }
}
