package org.multicloudmirror.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.DateTimeException;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListingTimeTest {

    @ParameterizedTest
    @CsvSource({
        "2026-01-02T03:04:05.000Z, 2026-01-02T03:04:05Z",
        "2026-01-02T03:04:05Z, 2026-01-02T03:04:05Z",
        "2024-02-29T23:59:59.999999, 2024-02-29T23:59:59.999999Z",
        "1969-12-31T23:59:59.5, 1969-12-31T23:59:59.500Z",
        "2026-01-02T03:04:05.123456789Z, 2026-01-02T03:04:05.123456789Z",
        "2026-01-02T03:04:05+01:00, 2026-01-02T02:04:05Z",
        "2026-01-02T03:04:05.123+01:00, 2026-01-02T02:04:05.123Z"
    })
    void readsWhatServersWrite(String text, Instant time) {
        assertThat(ListingTime.parse(text)).isEqualTo(time);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Z",
                "yesterday",
                "2026-01-02",
                "2026-13-02T03:04:05Z",
                "2025-02-29T03:04:05Z",
                "2026-01-02T24:04:05Z",
                "2026-01-02T03:60:05Z",
                "2026-01-02T03:04:60Z",
                "2026-01-02T03:04:05.",
                "2026-01-02T03:04:05,5Z",
                "2026-01-02T03:04:05.1234567890",
                "2026-01-02T03:04:xxZ",
                "2026-01-02 03:04:05Z"
            })
    void takesNothingElse(String text) {
        assertThatExceptionOfType(DateTimeException.class).isThrownBy(() -> ListingTime.parse(text));
    }
}
