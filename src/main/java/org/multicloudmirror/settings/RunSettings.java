package org.multicloudmirror.settings;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The settings that one run may have of its own, by the names that routes and scenarios call them by. */
public final class RunSettings {

    private static final String START = "mirror.";

    /** No setting: nobody writes it. */
    private static final String NAME = "mirror.scenario.name";

    /** Those that are called otherwise than by their property without {@code mirror.}: as their options are. */
    private static final Map<String, Setting> DELIVERY = Map.of(
            "mail", Setting.MAIL_WHEN,
            "from", Setting.MAIL_FROM,
            "to", Setting.MAIL_TO,
            "subject", Setting.MAIL_SUBJECT,
            "webhook", Setting.WEBHOOK,
            "ping", Setting.PING,
            "report-dir", Setting.REPORT_DIR);

    /** Those settings, by name. */
    public static final SortedMap<String, Setting> BY_NAME = byName(
            Setting.PROCESS,
            Setting.BANDWIDTH,
            Setting.REQUESTS_PER_SECOND,
            Setting.STORAGE_CLASS,
            Setting.MAXSIZE,
            Setting.COMPARE,
            Setting.MAX_DURATION,
            Setting.MAX_TRANSFER,
            Setting.NOT_BETWEEN,
            Setting.FILTERS,
            Setting.MIN_SIZE,
            Setting.MIN_AGE,
            Setting.MAX_AGE,
            Setting.FILES_FROM,
            Setting.DELETE,
            Setting.MAX_DELETE,
            Setting.MIN_SYNC,
            Setting.ALLOW_EMPTY_SOURCE,
            Setting.BACKUP_PREFIX,
            Setting.NO_CREATE,
            Setting.LEASE);

    private RunSettings() {}

    /**
     * Settings with others in the place of some.
     *
     * @param own by their names; an empty text leaves a setting as it is
     * @param origin who wrote them, for messages
     * @throws InvalidSettingException when a name is unknown, or a text is not what it must be
     */
    public static Settings over(Settings settings, Map<String, String> own, String origin) {
        check(own, origin);
        Settings over = settings;
        for (Map.Entry<String, Setting> setting : BY_NAME.entrySet()) {
            String text = own.getOrDefault(setting.getKey(), "");
            over = text.isEmpty() ? over : over.with(setting.getValue(), text, setting.getKey() + " of " + origin);
        }
        return over;
    }

    /** The settings of the runs of a scenario that has a name in its file. */
    public static Settings named(Settings settings, String name) {
        return settings.with(Map.of(NAME, Settings.Value.ofRun(name, "the scenarios file")));
    }

    /** The name of the scenario whose runs have these settings; empty when it has none. */
    public static String nameOf(Settings settings) {
        return settings.property(NAME, "");
    }

    /** The times that a run may not have, in a zone where they name none. */
    public static String inZone(String times, String zone) {
        boolean isZoned = TimesOfDay.read(times).filter(read -> !read.hasZone()).isEmpty();
        return times.isEmpty() || zone.isEmpty() || isZoned ? times : times + " " + zone;
    }

    /**
     * Refuses names that no run has, and texts that are not what they must be.
     *
     * @throws InvalidSettingException when there is one; it says what to write
     */
    public static void check(Map<String, String> own, String origin) {
        own.forEach((name, text) -> {
            Setting setting = BY_NAME.get(name);
            if (setting == null) {
                throw new InvalidSettingException(origin + " sets \"" + name
                        + "\", which no run has of its own; write one of " + String.join(", ", BY_NAME.keySet()));
            }
            Optional<String> wanted =
                    text.isEmpty() ? Optional.empty() : setting.kind().complaint(text);
            if (wanted.isPresent()) {
                throw new InvalidSettingException(
                        name + " (of " + origin + ") is \"" + text + "\"; write " + wanted.get());
            }
        });
    }

    private static SortedMap<String, Setting> byName(Setting... settings) {
        SortedMap<String, Setting> byName = new TreeMap<>(DELIVERY);
        for (Setting setting : settings) {
            byName.put(setting.property().substring(START.length()), setting);
        }
        return Collections.unmodifiableSortedMap(byName);
    }
}
