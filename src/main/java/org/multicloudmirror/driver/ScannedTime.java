package org.multicloudmirror.driver;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;

/** The time of an entry, read where it stands: the form that {@link ListingTime} reads by its columns. */
public final class ScannedTime {

    private static final int NONE = PageCursor.NONE;
    private static final int COLUMNS = "2026-01-02T03:04:05".length();
    private static final int NANO_DIGITS = 9;

    /** Between these, nanoseconds are no larger than a number may be. */
    private static final int FIRST_YEAR = 1700;

    private static final int LAST_YEAR = 2200;
    private static final long DAY = TimeUnit.DAYS.toSeconds(1);
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final PageCursor page;
    private int date = NONE;
    private long day;

    public ScannedTime(PageCursor page) {
        this.page = page;
    }

    /** Goes behind a time and makes it that of the entry; false where there is none in this form. */
    public boolean skip(ScannedEntries entries) {
        byte[] bytes = page.bytes();
        int from = page.at();
        if (page.end() - from < COLUMNS
                || bytes[from + 4] != '-'
                || bytes[from + 7] != '-'
                || bytes[from + 10] != 'T'
                || bytes[from + 13] != ':'
                || bytes[from + 16] != ':') {
            return false;
        }
        int hour = two(from + 11);
        int minute = two(from + 14);
        int second = two(from + 17);
        if (!isDate(from) || hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) {
            return false;
        }
        page.to(from + COLUMNS);
        long nanos = page.skip('.') ? fraction() : 0;
        page.skip('Z');
        entries.time((day * DAY + hour * 3600L + minute * 60L + second) * SECOND + nanos);
        return nanos != NONE;
    }

    /** Mostly that of the entry before, or a neighbour's. */
    private boolean isDate(int from) {
        int century = two(from);
        int year = two(from + 2);
        int month = two(from + 5);
        int dayOfMonth = two(from + 8);
        if (century < 0 || year < 0 || month < 0 || dayOfMonth < 0) {
            return false;
        }
        int wanted = ((century * 100 + year) * 100 + month) * 100 + dayOfMonth;
        if (wanted == date) {
            return true;
        }
        int full = century * 100 + year;
        if (full < FIRST_YEAR || full > LAST_YEAR) {
            return false;
        }
        try {
            day = LocalDate.of(full, month, dayOfMonth).toEpochDay();
            date = wanted;
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private long fraction() {
        byte[] bytes = page.bytes();
        int end = page.end();
        int from = page.at();
        int at = from;
        long nanos = 0;
        while (at < end && bytes[at] >= '0' && bytes[at] <= '9' && at - from < NANO_DIGITS) {
            nanos = 10 * nanos + bytes[at] - '0';
            at++;
        }
        for (int digits = at - from; digits < NANO_DIGITS; digits++) {
            nanos *= 10;
        }
        page.to(at);
        return at == from ? NONE : nanos;
    }

    /** The number of two digits; less than 0 where these are not there. */
    private int two(int place) {
        int tens = page.bytes()[place] - '0';
        int ones = page.bytes()[place + 1] - '0';
        return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? NONE : 10 * tens + ones;
    }
}
