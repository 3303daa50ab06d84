package org.multicloudmirror.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The settings of one invocation, each with the place that it comes from. */
public final class Settings {

    /**
     * A value and where it was written.
     *
     * @param origin for messages
     * @param isOfRun whether one run has it, beside that of its process
     * @param written the configuration file that has it; null for any other place
     * @param secret the file that holds it, where what is written only names that; null where it does not
     */
    record Value(
            String text,
            String origin,
            boolean isOfRun,
            @Nullable Path written,
            @Nullable Path secret) {

        Value(String text, String origin) {
            this(text, origin, null, null);
        }

        Value(String text, String origin, @Nullable Path written, @Nullable Path secret) {
            this(text, origin, false, written, secret);
        }

        static Value ofRun(String text, String origin) {
            return new Value(text, origin, true, null, null);
        }

        Value of(String other) {
            return new Value(other, origin, isOfRun, written, secret);
        }
    }

    private static final Pattern STORE_DRIVER = Pattern.compile("mirror\\.stores\\.([A-Za-z][A-Za-z0-9_-]*)\\.driver");

    private final Map<String, Value> values;
    private final List<String> warnings;
    private final List<Path> files;

    /**
     * @throws InvalidSettingException when one of them is not what it must be
     */
    Settings(Map<String, Value> values, List<String> warnings, List<Path> files) {
        this.values = new LinkedHashMap<>(values);
        this.warnings = List.copyOf(warnings);
        this.files = List.copyOf(files);
        for (Setting setting : Setting.values()) {
            String text = text(setting);
            setting.kind().complaint(text).ifPresent(wanted -> {
                throw invalid(setting, text, wanted);
            });
        }
        if (asksForNotices()) {
            new NoticeSettings(this).check();
        }
    }

    private boolean asksForNotices() {
        return !text(Setting.WEBHOOK).isEmpty()
                || !text(Setting.PING).isEmpty()
                || text(Setting.MAIL_WHEN).contains("on-recovery");
    }

    /** The names of all that is set. */
    Set<String> names() {
        return values.keySet();
    }

    /** What the user should know of the files that were read, such as a secret that others can read. */
    public List<String> warnings() {
        return warnings;
    }

    /** The same with more of them. */
    Settings warning(List<String> more) {
        return new Settings(
                values, Stream.concat(warnings.stream(), more.stream()).toList(), files);
    }

    /** The configuration files that were read, in their order. */
    List<Path> files() {
        return files;
    }

    /**
     * These settings with another text for one of them, of one run.
     *
     * @param origin where it is written, for messages
     * @throws InvalidSettingException when it is not what it must be
     */
    public Settings with(Setting setting, String text, String origin) {
        return with(Map.of(setting.property(), Value.ofRun(text, origin)));
    }

    /** These settings with others in the place of some. */
    Settings with(Map<String, Value> others) {
        Map<String, Value> all = new LinkedHashMap<>(values);
        all.putAll(others);
        return new Settings(all, warnings, files);
    }

    /** Whether a run has a setting of its own, beside that of its process. */
    public boolean isOfRun(Setting setting) {
        Value value = values.get(setting.property());
        return value != null && value.isOfRun();
    }

    /** The text of a setting, or its default. */
    public String text(Setting setting) {
        return property(setting.property(), setting.defaultValue());
    }

    /** Whether a setting is {@code true}. */
    public boolean isOn(Setting setting) {
        return text(setting).equals("true");
    }

    /** A setting that is a whole number. */
    public int number(Setting setting) {
        return Integer.parseInt(text(setting));
    }

    /** A setting that is a size, in bytes. */
    public long size(Setting setting) {
        return SettingKind.Size.bytes(text(setting));
    }

    /** A setting that is a rate, in bytes a second; 0 when it is not limited. */
    public long rate(Setting setting) {
        return SettingKind.Rate.perSecond(text(setting));
    }

    /** A setting that is a span of time; empty when it is not set. */
    public Optional<Duration> age(Setting setting) {
        String text = text(setting);
        return text.isEmpty() ? Optional.empty() : Optional.of(SettingKind.Age.duration(text));
    }

    /** A setting that is times of the day. */
    public TimesOfDay times(Setting setting) {
        return TimesOfDay.read(text(setting)).orElseThrow();
    }

    /** How long a lease holds; zero when none is taken. */
    public Duration lease() {
        String text = text(Setting.LEASE);
        return text.equals("off") ? Duration.ZERO : SettingKind.Age.duration(text);
    }

    /** A property of a store, or an empty text. */
    public String ofStore(String store, StoreProperty property) {
        return property(nameOf(store, property), "");
    }

    /** Where a property of a store was written, such as a file; {@code the default} when it was not. */
    public String originOf(String store, StoreProperty property) {
        return origin(nameOf(store, property));
    }

    /** The jclouds properties of a store, written below {@code options.}. */
    public Map<String, String> optionsOf(String store) {
        String start = "mirror.stores." + store + ".options.";
        Map<String, String> found = new LinkedHashMap<>();
        values.forEach((name, value) -> {
            if (name.startsWith(start)) {
                found.put(name.substring(start.length()), value.text());
            }
        });
        return found;
    }

    /** The names of the configured stores. */
    public Set<String> stores() {
        Set<String> names = new TreeSet<>();
        for (String name : values.keySet()) {
            Matcher matcher = STORE_DRIVER.matcher(name);
            if (matcher.matches()) {
                names.add(matcher.group(1));
            }
        }
        return names;
    }

    /** What Camel may see: its own properties, the user's, and the settings without stores and secrets. */
    public Map<String, Object> forCamel() {
        Map<String, Object> visible = new LinkedHashMap<>();
        for (Setting setting : Setting.values()) {
            String text = text(setting);
            if (!setting.kind().isSecret(text)) {
                visible.put(setting.property(), text);
            }
        }
        values.forEach((name, value) -> {
            if (!name.startsWith("mirror.")) {
                visible.put(name, value.text());
            }
        });
        return visible;
    }

    /** Any property, or what to take when it is not set. */
    public String property(String name, String otherwise) {
        Value value = values.get(name);
        return value == null ? otherwise : value.text();
    }

    /** A property with its place, if it is set. */
    Optional<Value> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** Where any property was written. */
    public String origin(String name) {
        Value value = values.get(name);
        return value == null ? "the default" : value.origin();
    }

    /** A setting that cannot be used, with the place that it comes from. */
    public InvalidSettingException invalid(Setting setting, String text, String wanted) {
        return new InvalidSettingException(
                setting.property() + " (from " + origin(setting.property()) + ") is \"" + text + "\"; write " + wanted);
    }

    private static String nameOf(String store, StoreProperty property) {
        return "mirror.stores." + store + "." + property.property();
    }
}
