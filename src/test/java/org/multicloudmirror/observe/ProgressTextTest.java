package org.multicloudmirror.observe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.multicloudmirror.observe.ProgressText.Worth;

class ProgressTextTest {

    private static final String LONG = "s3://photographs-of-the-alps/2026/summer->cf://copies/photographs/2026/summer";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "200 | s3://a->cf://b: 120,000 listed, 1,234 of 56,789+ done, 12.3 MB/s (limit 50.0 MB/s), 3 min 05 s left,"
                        + " 0 failed",
                "100 | s3://a->cf://b: 120,000 listed, 1,234 of 56,789+ done, 12.3 MB/s, 3 min 05 s left, 0 failed",
                "80 | s3://a->cf://b: 1,234 of 56,789+ done, 12.3 MB/s, 3 min 05 s left, 0 failed",
                "60 | 1,234 of 56,789+ done, 12.3 MB/s, 3 min 05 s left, 0 failed",
                "50 | 1,234 of 56,789+ done, 12.3 MB/s, 3 min 05 s left",
                "40 | 1,234 of 56,789+ done, 12.3 MB/s",
                "30 | 1,234 of 56,789+ done",
                "10 | 1,234 of 5"
            })
    void whatMattersLeastGoesFirst(int columns, String line) {
        assertThat(text("0 failed", Worth.NO_FAILURE).fitted("s3://a->cf://b", columns))
                .isEqualTo(line);
    }

    @Test
    void theNameIsShortenedBeforeAnythingElseGoes() {
        assertThat(text("0 failed", Worth.NO_FAILURE).fitted(LONG, 120))
                .isEqualTo(
                        "s3://photogr…/2026/summer: 120,000 listed, 1,234 of 56,789+ done, 12.3 MB/s (limit 50.0 MB/s),"
                                + " 3 min 05 s left, 0 failed")
                .hasSize(120);
    }

    @Test
    void aFailureMattersMoreThanTheTimeLeft() {
        assertThat(text("3 failed", Worth.FAILED).fitted("s3://a->cf://b", 50))
                .isEqualTo("1,234 of 56,789+ done, 12.3 MB/s, 3 failed");
    }

    /** The last of 80 columns stays free. */
    @Test
    void whatMattersFitsATerminalForAHundredMillionObjects() {
        ProgressText text = new ProgressText()
                .add("", "123,456,789 listed", Worth.LISTED)
                .add(", ", "123,456,788 of 123,456,789 done", Worth.DONE)
                .add(", ", "999.9 MB/s", Worth.RATE)
                .add(" ", "(limit 999.9 MB/s)", Worth.LIMIT)
                .add(", ", "limit 10,000 requests/s", Worth.LIMIT)
                .add(", ", "123 h 59 min left", Worth.TIME_LEFT)
                .add(", ", "123,456 failed", Worth.FAILED);

        assertThat(text.fitted(LONG, 79))
                .isEqualTo("123,456,788 of 123,456,789 done, 999.9 MB/s, 123 h 59 min left, 123,456 failed");
    }

    @Test
    void aNameMovesNoCursor() {
        assertThat(text("0 failed", Worth.NO_FAILURE).fitted("s3://a\r\u001b[2J->cf://b", 200))
                .startsWith("s3://a\\u000d\\u001b[2J->cf://b: ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "s3://a->cf://b",
                LONG,
                "s3://写真写真写真写真写真->cf://b",
                "s3://e\u0301e\u0301e\u0301e\u0301->cf://😀😀😀😀😀"
            })
    void noLineIsTooLong(String scenario) {
        for (int columns = 1; columns < 200; columns++) {
            String line = text("0 failed", Worth.NO_FAILURE).fitted(scenario, columns);

            assertThat(TextWidth.of(line)).as(line).isBetween(1, columns);
        }
    }

    private static ProgressText text(String failed, Worth worthOfFailed) {
        return new ProgressText()
                .add("", "120,000 listed", Worth.LISTED)
                .add(", ", "1,234 of 56,789+ done", Worth.DONE)
                .add(", ", "12.3 MB/s", Worth.RATE)
                .add(" ", "(limit 50.0 MB/s)", Worth.LIMIT)
                .add(", ", "3 min 05 s left", Worth.TIME_LEFT)
                .add(", ", failed, worthOfFailed);
    }
}
