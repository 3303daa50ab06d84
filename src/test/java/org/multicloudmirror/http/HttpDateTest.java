package org.multicloudmirror.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpDateTest {

    @Test
    void readsTheFormThatServersWrite() {
        assertThat(HttpDate.parse("Sun, 06 Nov 1994 08:49:37 GMT")).contains(Instant.parse("1994-11-06T08:49:37Z"));
    }

    /** The formatter writes a day below ten with one digit. */
    @ParameterizedTest
    @ValueSource(longs = {0, 951_782_399, 951_868_800, 1_700_000_000, 4_102_444_799L, 253_402_300_799L})
    void readsWhatJavasFormatterReads(long second) {
        Instant instant = Instant.ofEpochSecond(second);
        ZonedDateTime time = instant.atZone(ZoneOffset.UTC);
        String text = DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
                .format(time);

        assertThat(HttpDate.parse(text)).contains(instant);
        assertThat(HttpDate.parse(DateTimeFormatter.RFC_1123_DATE_TIME.format(time)))
                .contains(instant);
    }

    @Test
    void readsAnOffset() {
        assertThat(HttpDate.parse("Sun, 6 Nov 1994 09:49:37 +0100")).contains(Instant.parse("1994-11-06T08:49:37Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "GMT",
                "yesterday",
                "Sun, 06 Now 1994 08:49:37 GMT",
                "Sun, 06 anF 1994 08:49:37 GMT",
                "Sun, 66 Nov 1994 08:49:37 GMT",
                "Sun, -6 Nov 1994 08:49:37 GMT",
                "Sun, 06 Nov 1994 08:49:xx GMT"
            })
    void takesNothingElse(String text) {
        assertThat(HttpDate.parse(text)).isEmpty();
    }
}
