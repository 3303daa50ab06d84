package org.multicloudmirror.report;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Bytes, rates, durations and counts as people read them, the same in every locale. */
public final class Amounts {

    private static final String[] UNITS = {"B", "kB", "MB", "GB", "TB", "PB", "EB"};

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private Amounts() {}

    /** A number of bytes in decimal units (SI: 1 kB is 1000 B), such as {@code 1.5 MB}. */
    public static String bytes(long bytes) {
        double amount = bytes;
        int unit = 0;
        // 999.95 is where one decimal rounds up: 999,950 B are "1.0 MB", never "1000.0 kB"
        while (amount >= (unit == 0 ? 1000 : 999.95)) {
            amount /= 1000;
            unit++;
        }
        return unit == 0 ? bytes + " B" : String.format(Locale.ROOT, "%.1f %s", amount, UNITS[unit]);
    }

    /** Bytes a second, such as {@code 3.2 MB/s}; {@code -} when no time passed. */
    public static String rate(long bytes, Duration duration) {
        return duration.isZero() ? "-" : bytes(Math.round(bytes / (duration.toNanos() / 1e9))) + "/s";
    }

    /** {@code 0.8 s}, {@code 12 s}, {@code 3 min 05 s} or {@code 2 h 04 min}, rounded to what is shown. */
    public static String duration(Duration duration) {
        long tenths = Math.round(duration.toMillis() / 100.0);
        if (tenths < 100) {
            return tenths / 10 + "." + tenths % 10 + " s";
        }
        long seconds = Math.round(duration.toMillis() / 1000.0);
        if (seconds < 60) {
            return seconds + " s";
        }
        if (seconds < 3600) {
            return String.format(Locale.ROOT, "%d min %02d s", seconds / 60, seconds % 60);
        }
        long minutes = Math.round(seconds / 60.0);
        return String.format(Locale.ROOT, "%d h %02d min", minutes / 60, minutes % 60);
    }

    /** A number with its thousands separated, such as {@code 1,234}. */
    public static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** A number of things, such as {@code 1 object} or {@code 1,234 objects}. */
    public static String count(long number, String noun) {
        return count(number) + " " + noun + (number == 1 ? "" : "s");
    }

    /** A point in time to the second, such as {@code 2026-11-23 04:00:12 UTC}. */
    public static String time(Instant instant) {
        return TIME.format(instant);
    }
}
