package org.multicloudmirror.settings;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a setting's text must look like. */
public sealed interface SettingKind
        permits MailAddresses,
                SecretKind,
                SettingKind.Text,
                SettingKind.Switch,
                SettingKind.Choice,
                SettingKind.Words,
                SettingKind.StorageClass,
                SettingKind.WholeNumber,
                SettingKind.Limit,
                SettingKind.Age,
                SettingKind.Times,
                SettingKind.Rate,
                SettingKind.Size {

    /** What to write instead of a text that cannot be used; empty when it can. */
    Optional<String> complaint(String text);

    /** What is wrong with a text that cannot be used and is not shown. */
    default String fault(String text) {
        return "cannot be used";
    }

    /** Whether a text of this kind is never shown. */
    default boolean isSecret(String text) {
        return false;
    }

    /** Any text. */
    record Text() implements SettingKind {
        @Override
        public Optional<String> complaint(String text) {
            return Optional.empty();
        }
    }

    /** {@code true} or {@code false}. */
    record Switch() implements SettingKind {
        @Override
        public Optional<String> complaint(String text) {
            return text.equals("true") || text.equals("false") ? Optional.empty() : Optional.of("true or false");
        }
    }

    /** One of a few words. */
    record Choice(List<String> words) implements SettingKind {
        public Choice {
            words = List.copyOf(words);
        }

        @Override
        public Optional<String> complaint(String text) {
            return words.contains(text) ? Optional.empty() : Optional.of(wanted());
        }

        private String wanted() {
            String shown = String.join(
                    ", ", words.stream().filter(word -> !word.isEmpty()).toList());
            return "one of " + shown + (words.contains("") ? ", or nothing" : "");
        }
    }

    /** One or more of a few words, separated by commas. */
    record Words(List<String> words) implements SettingKind {
        public Words {
            words = List.copyOf(words);
        }

        /** When somebody is told of a run. */
        static Words policies() {
            return new Words(List.of("always", "on-change", "on-failure", "on-recovery"));
        }

        @Override
        public Optional<String> complaint(String text) {
            Set<String> written = NameList.of(text);
            return !written.isEmpty() && words.containsAll(written)
                    ? Optional.empty()
                    : Optional.of("one or more of " + String.join(", ", words));
        }
    }

    /** The name of a storage class at S3, {@code source}, or nothing; which names there are, the service knows. */
    record StorageClass() implements SettingKind {

        private static final Pattern FORM = Pattern.compile("|source|[A-Z][A-Z0-9_]{0,39}");

        @Override
        public Optional<String> complaint(String text) {
            return FORM.matcher(text).matches()
                    ? Optional.empty()
                    : Optional.of("the name of a class in upper case, such as STANDARD_IA, or source");
        }
    }

    /** A whole number between two bounds, both included. */
    record WholeNumber(int least, int most) implements SettingKind {
        @Override
        public Optional<String> complaint(String text) {
            try {
                int number = Integer.parseInt(text);
                if (number >= least && number <= most) {
                    return Optional.empty();
                }
            } catch (NumberFormatException e) {
                return Optional.of(wanted());
            }
            return Optional.of(wanted());
        }

        private String wanted() {
            return "a whole number from " + least + " to " + most;
        }
    }

    /** A whole number, a percentage up to 100%, or -1. */
    record Limit() implements SettingKind {

        private static final Pattern FORM = Pattern.compile("-1|\\d{1,15}|(\\d{1,2}|100)%");

        @Override
        public Optional<String> complaint(String text) {
            return FORM.matcher(text).matches()
                    ? Optional.empty()
                    : Optional.of("a number of objects such as 10, a percentage such as 5%, or -1 for no limit");
        }
    }

    /**
     * A span of time, or none: a number of seconds, minutes, hours, days or weeks.
     *
     * @param none what is written for none
     * @param least the shortest
     * @param most the longest
     * @param wanted what to write, in words
     */
    record Age(String none, Duration least, Duration most, String wanted) implements SettingKind {

        private static final Pattern FORM = Pattern.compile("(\\d{1,9})([smhdw])");

        /** Any, or an empty text. */
        public Age() {
            this(
                    "",
                    Duration.ZERO,
                    Duration.ofSeconds(Long.MAX_VALUE),
                    "a number with a unit of s, m, h, d or w, such as 15m or 7d");
        }

        @Override
        public Optional<String> complaint(String text) {
            return text.equals(none) || (FORM.matcher(text).matches() && isWithin(duration(text)))
                    ? Optional.empty()
                    : Optional.of(wanted);
        }

        private boolean isWithin(Duration span) {
            return span.compareTo(least) >= 0 && span.compareTo(most) <= 0;
        }

        /** The span of a text that is one. */
        public static Duration duration(String text) {
            Matcher matcher = FORM.matcher(text);
            if (!matcher.matches()) {
                throw new IllegalArgumentException(text);
            }
            long number = Long.parseLong(matcher.group(1));
            return switch (matcher.group(2)) {
                case "s" -> Duration.ofSeconds(number);
                case "m" -> Duration.ofMinutes(number);
                case "h" -> Duration.ofHours(number);
                case "d" -> Duration.ofDays(number);
                default -> Duration.ofDays(7 * number);
            };
        }
    }

    /** Times of the day, or none. */
    record Times() implements SettingKind {

        @Override
        public Optional<String> complaint(String text) {
            Optional<TimesOfDay> times = TimesOfDay.read(text);
            if (times.isEmpty()) {
                return Optional.of(
                        "times such as 08:00-18:00 or Mon-Fri 22:00-06:00 Europe/Berlin, separated by commas");
            }
            return times.get().leaveSome() ? Optional.empty() : Optional.of("times that leave some of the week");
        }
    }

    /** Bytes a second: a size, or {@code off} or 0 for no limit. */
    record Rate() implements SettingKind {

        /** A connection that gets less is taken for a dead one. */
        private static final Size FORM = new Size(1024, 1L << 50);

        @Override
        public Optional<String> complaint(String text) {
            return isOff(text) || FORM.complaint(text).isEmpty()
                    ? Optional.empty()
                    : Optional.of("a size from 1K up that may pass in a second, such as 500K or 50M, or off");
        }

        /** The bytes a second; 0 when there is no limit. */
        static long perSecond(String text) {
            return isOff(text) ? 0 : Size.bytes(text);
        }

        private static boolean isOff(String text) {
            return text.equals("off") || text.equals("0");
        }
    }

    /** A number of bytes between two bounds, both included; K, M, G and T are powers of 1024. */
    record Size(long least, long most) implements SettingKind {

        private static final Pattern FORM = Pattern.compile("(\\d{1,15})([KMGT]?)i?B?", Pattern.CASE_INSENSITIVE);

        @Override
        public Optional<String> complaint(String text) {
            if (!FORM.matcher(text).matches()) {
                return Optional.of("a size such as 5368709120 or 5G");
            }
            long bytes = bytes(text);
            return bytes >= least && bytes <= most ? Optional.empty() : Optional.of(wanted());
        }

        private String wanted() {
            return most == Long.MAX_VALUE
                    ? "a size from " + least + (least == 1 ? " byte" : " bytes") + " up, such as 5368709120 or 5G"
                    : "a size from " + least + " to " + most + " bytes, such as 16M";
        }

        /** The bytes of a text that has the form; below 0 when they are too many. */
        static long bytes(String text) {
            Matcher matcher = FORM.matcher(text);
            if (!matcher.matches()) {
                throw new IllegalArgumentException(text);
            }
            String unit = matcher.group(2);
            int shift = unit.isEmpty() ? 0 : 10 * (1 + "KMGT".indexOf(Character.toUpperCase(unit.charAt(0))));
            long number = Long.parseLong(matcher.group(1));
            long bytes = number << shift;
            return bytes >= 0 && bytes >> shift == number ? bytes : -1;
        }
    }
}
