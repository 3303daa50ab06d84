package org.multicloudmirror.driver;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/**
 * A time of a listing: ISO 8601 in UTC. Swift leaves the zone out. A listing has one an object, and Java's formatter takes
 * longer for it than the parser for the rest of the entry; so the form that servers write is read by its columns.
 */
public final class ListingTime {

    private static final int SECONDS_END = "2026-01-02T03:04:05".length();
    private static final int NANO_DIGITS = 9;
    private static final long DAY = 24 * 60 * 60;

    private ListingTime() {}

    /**
     * The instant that a text tells.
     *
     * @throws DateTimeException when the text is no time
     */
    public static Instant parse(String text) {
        int end = text.endsWith("Z") ? text.length() - 1 : text.length();
        boolean isUtc = text.length() <= SECONDS_END || text.indexOf('+', SECONDS_END) < 0;
        if (!isUtc || end < SECONDS_END || end > SECONDS_END + 1 + NANO_DIGITS || text.charAt(10) != 'T') {
            return OffsetDateTime.parse(text).toInstant();
        }
        try {
            long day = LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10))
                    .toEpochDay();
            int hour = number(text, 11, 13);
            int minute = number(text, 14, 16);
            int second = number(text, 17, SECONDS_END);
            if (hour > 23 || minute > 59 || second > 59) {
                throw new DateTimeException("no time of day: " + text);
            }
            return Instant.ofEpochSecond(day * DAY + hour * 3600L + minute * 60L + second, nanos(text, end));
        } catch (NumberFormatException e) {
            throw new DateTimeException("no time: " + text, e);
        }
    }

    private static int nanos(String text, int end) {
        if (end == SECONDS_END) {
            return 0;
        }
        if (text.charAt(SECONDS_END) != '.') {
            throw new DateTimeException("no time: " + text);
        }
        int fraction = number(text, SECONDS_END + 1, end);
        for (int digits = end - SECONDS_END - 1; digits < NANO_DIGITS; digits++) {
            fraction *= 10;
        }
        return fraction;
    }

    private static int number(String text, int from, int to) {
        return Integer.parseUnsignedInt(text, from, to, 10);
    }
}
