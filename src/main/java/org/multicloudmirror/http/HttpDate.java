package org.multicloudmirror.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * A date of a header (RFC 9110, section 5.6.7). Every reply has one, and Java's formatter takes as long for it as the
 * client for the rest of the headers; so the one form that servers write is read by its columns.
 */
final class HttpDate {

    private static final int LENGTH = "Sun, 06 Nov 1994 08:49:37 GMT".length();
    private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";

    private HttpDate() {}

    /** The date; empty when the text is none. */
    static Optional<Instant> parse(String text) {
        try {
            return Optional.of(
                    text.length() == LENGTH && text.endsWith(" GMT")
                            ? byColumns(text)
                            : Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text)));
        } catch (DateTimeException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Instant byColumns(String text) {
        int month = MONTHS.indexOf(text.substring(8, 11));
        if (month % 3 != 0) {
            throw new DateTimeException("no month");
        }
        return LocalDateTime.of(
                        number(text, 12, 16),
                        month / 3 + 1,
                        number(text, 5, 7),
                        number(text, 17, 19),
                        number(text, 20, 22),
                        number(text, 23, 25))
                .toInstant(ZoneOffset.UTC);
    }

    private static int number(String text, int from, int to) {
        return Integer.parseUnsignedInt(text, from, to, 10);
    }
}
