package org.multicloudmirror.settings;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Times of the day, such as {@code 08:00-18:00}, {@code Mon-Fri 08:00-18:00, Sat 22:00-06:00 Europe/Berlin}. One that ends
 * before it begins lasts until the next day. In a night that a clock is put back or forward, what the clock shows counts.
 */
public final class TimesOfDay {

    private static final String DAY = "(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)";
    private static final String TIME = "(?:[01]\\d|2[0-3]):[0-5]\\d";
    private static final Pattern SPAN = Pattern.compile(
            "(?:(" + DAY + ")(?:-(" + DAY + "))?\\s+)?(" + TIME + ")-(" + TIME + "|24:00)", Pattern.CASE_INSENSITIVE);
    private static final Pattern ZONED =
            Pattern.compile("(.*\\d)(?:\\s+([A-Za-z][A-Za-z0-9_+-]*(?:/[A-Za-z0-9_+-]+)*))?");

    /** A week, and the span that began the day before it. */
    private static final int DAYS = 8;

    /** More than a week of spans that follow each other at once. */
    private static final int LOOKS = 100;

    private static final LocalDate ANY_DAY = LocalDate.EPOCH;

    private final List<Span> spans;
    private final Optional<ZoneId> zone;

    /** On the days, from a time to another, which is on the next day if it is no later. */
    private record Span(Set<DayOfWeek> days, LocalTime from, LocalTime to) {

        LocalDateTime begin(LocalDate day) {
            return day.atTime(from);
        }

        LocalDateTime end(LocalDate day) {
            return (to.isAfter(from) ? day : day.plusDays(1)).atTime(to);
        }
    }

    private TimesOfDay(List<Span> spans, Optional<ZoneId> zone) {
        this.spans = List.copyOf(spans);
        this.zone = zone;
    }

    /**
     * Reads a text; an empty one has no times.
     *
     * @return empty when it cannot be read
     */
    static Optional<TimesOfDay> read(String text) {
        if (text.isBlank()) {
            return Optional.of(new TimesOfDay(List.of(), Optional.empty()));
        }
        Matcher zoned = ZONED.matcher(text.strip());
        if (!zoned.matches()) {
            return Optional.empty();
        }
        List<Span> spans = new ArrayList<>();
        for (String item : zoned.group(1).split(",", -1)) {
            Matcher span = SPAN.matcher(item.strip());
            if (!span.matches() || span.group(3).equals(span.group(4))) {
                return Optional.empty();
            }
            LocalTime end = span.group(4).equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(span.group(4));
            spans.add(new Span(days(span.group(1), span.group(2)), LocalTime.parse(span.group(3)), end));
        }
        try {
            return Optional.of(
                    new TimesOfDay(spans, Optional.ofNullable(zoned.group(2)).map(ZoneId::of)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Set<DayOfWeek> days(@Nullable String first, @Nullable String last) {
        if (first == null) {
            return EnumSet.allOf(DayOfWeek.class);
        }
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        DayOfWeek day = day(first);
        DayOfWeek end = last == null ? day : day(last);
        days.add(day);
        while (day != end) {
            day = day.plus(1);
            days.add(day);
        }
        return days;
    }

    private static DayOfWeek day(String name) {
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.name().startsWith(name.toUpperCase(Locale.ROOT))) {
                return day;
            }
        }
        throw new IllegalArgumentException(name);
    }

    /** Whether a zone is written with them; where none is, the machine's counts. */
    boolean hasZone() {
        return zone.isPresent();
    }

    /** Whether a time is one of them. */
    public boolean has(ZonedDateTime time) {
        return end(local(time)).isPresent();
    }

    /** When that which a time is in ends; empty when it is in none of them. */
    private Optional<LocalDateTime> end(ZonedDateTime time) {
        LocalDateTime now = time.toLocalDateTime();
        Optional<LocalDateTime> end = Optional.empty();
        for (Span span : spans) {
            for (int before = 0; before <= 1; before++) {
                LocalDate day = now.toLocalDate().minusDays(before);
                LocalDateTime last = span.end(day);
                if (span.days.contains(day.getDayOfWeek())
                        && !now.isBefore(span.begin(day))
                        && now.isBefore(last)
                        && end.filter(last::isBefore).isEmpty()) {
                    end = Optional.of(last);
                }
            }
        }
        return end;
    }

    /** The first moment from a time on that is none of them; empty when they leave none. */
    public Optional<ZonedDateTime> firstOutside(ZonedDateTime time) {
        ZonedDateTime moment = local(time);
        for (int looks = 0; looks < LOOKS; looks++) {
            Optional<LocalDateTime> end = end(moment);
            if (end.isEmpty()) {
                return Optional.of(moment);
            }
            ZonedDateTime next = end.get().atZone(moment.getZone());
            // a clock that is put back shows the end twice
            moment = next.isAfter(moment) ? next : next.withLaterOffsetAtOverlap();
        }
        return Optional.empty();
    }

    /** Whether there is a time of the week that is none of them. */
    boolean leaveSome() {
        return firstOutside(ANY_DAY.atStartOfDay(ZoneOffset.UTC)).isPresent();
    }

    /** How long it is until the next of them begins; nothing for a time that is one of them, empty where there is none. */
    public Optional<Duration> until(ZonedDateTime time) {
        if (has(time)) {
            return Optional.of(Duration.ZERO);
        }
        ZonedDateTime now = local(time);
        Optional<Duration> next = Optional.empty();
        for (Span span : spans) {
            for (int after = 0; after < DAYS; after++) {
                LocalDate day = now.toLocalDate().plusDays(after);
                Duration until = Duration.between(now, span.begin(day).atZone(now.getZone()));
                if (span.days.contains(day.getDayOfWeek())
                        && !until.isNegative()
                        && next.filter(found -> found.compareTo(until) <= 0).isEmpty()) {
                    next = Optional.of(until);
                }
            }
        }
        return next;
    }

    private ZonedDateTime local(ZonedDateTime time) {
        return zone.map(time::withZoneSameInstant).orElse(time);
    }
}
