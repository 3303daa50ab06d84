package org.multicloudmirror.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountsTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0 B",
        "999, 999 B",
        "1000, 1.0 kB",
        "1500000, 1.5 MB",
        "999949, 999.9 kB",
        "999950, 1.0 MB",
        "5368709120, 5.4 GB",
        "9223372036854775807, 9.2 EB"
    })
    void writesBytesInDecimalUnits(long bytes, String text) {
        assertThat(Amounts.bytes(bytes)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0.0 s",
        "49, 0.0 s",
        "800, 0.8 s",
        "9949, 9.9 s",
        "9950, 10 s",
        "12400, 12 s",
        "59499, 59 s",
        "59500, 1 min 00 s",
        "185000, 3 min 05 s",
        "3599500, 1 h 00 min",
        "7440000, 2 h 04 min",
        "360000000, 100 h 00 min"
    })
    void writesDurationsInTheTwoLargestUnits(long milliseconds, String text) {
        assertThat(Amounts.duration(Duration.ofMillis(milliseconds))).isEqualTo(text);
    }

    @Test
    void writesRatesPerSecond() {
        assertThat(Amounts.rate(6_400_000, Duration.ofSeconds(2))).isEqualTo("3.2 MB/s");
        assertThat(Amounts.rate(1_000, Duration.ofMillis(500))).isEqualTo("2.0 kB/s");
        assertThat(Amounts.rate(0, Duration.ofSeconds(1))).isEqualTo("0 B/s");
    }

    @Test
    void knowsNoRateWhenNoTimePassed() {
        assertThat(Amounts.rate(1_000, Duration.ZERO)).isEqualTo("-");
    }

    @Test
    void separatesThousands() {
        assertThat(Amounts.count(999)).isEqualTo("999");
        assertThat(Amounts.count(1_234_567)).isEqualTo("1,234,567");
    }

    @Test
    void usesTheSingularForOneOnly() {
        assertThat(Amounts.count(0, "object")).isEqualTo("0 objects");
        assertThat(Amounts.count(1, "object")).isEqualTo("1 object");
        assertThat(Amounts.count(1_000, "object")).isEqualTo("1,000 objects");
    }

    @Test
    void writesTimesInUtc() {
        assertThat(Amounts.time(Instant.parse("2026-11-23T04:00:12.999Z"))).isEqualTo("2026-11-23 04:00:12 UTC");
    }

    @Test
    void ignoresTheLocaleOfTheMachine() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
        try {
            assertThat(Amounts.bytes(1_500)).isEqualTo("1.5 kB");
            assertThat(Amounts.count(1_234)).isEqualTo("1,234");
            assertThat(Amounts.duration(Duration.ofSeconds(185))).isEqualTo("3 min 05 s");
        } finally {
            Locale.setDefault(before);
        }
    }
}
