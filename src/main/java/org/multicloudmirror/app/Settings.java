package org.multicloudmirror.app;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The settings of one invocation, each with the place that it comes from. */
public final class Settings {

    /** A value and where it was written, for messages. */
    record Value(String text, String origin) {}

    private static final Pattern STORE_DRIVER = Pattern.compile("mirror\\.stores\\.([A-Za-z][A-Za-z0-9_-]*)\\.driver");
    private static final Pattern SIZE = Pattern.compile("(\\d{1,15})([KMGT]?)i?B?", Pattern.CASE_INSENSITIVE);

    private final Map<String, Value> values;

    Settings(Map<String, Value> values) {
        this.values = new LinkedHashMap<>(values);
    }

    /** The text of a setting, or its default. */
    public String text(Setting setting) {
        return property(setting.property(), setting.defaultValue());
    }

    /** Whether a setting is {@code true}. */
    public boolean isOn(Setting setting) {
        String text = text(setting);
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw invalid(setting, text, "true or false");
        };
    }

    /**
     * A whole number.
     *
     * @throws InvalidSettingException when it is none, or out of its range
     */
    public int number(Setting setting, int least, int most) {
        String text = text(setting);
        String wanted = "a whole number from " + least + " to " + most;
        try {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw invalid(setting, text, wanted);
        }
        throw invalid(setting, text, wanted);
    }

    /**
     * A size in bytes; K, M, G and T are powers of 1024.
     *
     * @throws InvalidSettingException when it is none, or 0
     */
    public long size(Setting setting) {
        String text = text(setting);
        Matcher matcher = SIZE.matcher(text);
        if (!matcher.matches()) {
            throw invalid(setting, text, "a size such as 5368709120 or 5G");
        }
        String unit = matcher.group(2);
        int shift = unit.isEmpty() ? 0 : 10 * (1 + "KMGT".indexOf(Character.toUpperCase(unit.charAt(0))));
        long number = Long.parseLong(matcher.group(1));
        long bytes = number << shift;
        if (bytes <= 0 || bytes >> shift != number) {
            throw invalid(setting, text, "a size from 1 byte up, such as 5368709120 or 5G");
        }
        return bytes;
    }

    /** A property of a store, or an empty text. */
    public String ofStore(String store, String name) {
        return property("mirror.stores." + store + "." + name, "");
    }

    /** The properties of a store below a prefix, such as {@code options.}, without it. */
    public Map<String, String> ofStoreBelow(String store, String prefix) {
        String start = "mirror.stores." + store + "." + prefix;
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

    /** What Camel may see: its own properties, the user's, and the settings without stores and password. */
    public Map<String, Object> forCamel() {
        Map<String, Object> visible = new LinkedHashMap<>();
        for (Setting setting : Setting.values()) {
            if (setting != Setting.MAIL_PASSWORD) {
                visible.put(setting.property(), text(setting));
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

    /** A setting that cannot be used, with the place that it comes from. */
    InvalidSettingException invalid(Setting setting, String text, String wanted) {
        Value value = values.get(setting.property());
        String origin = value == null ? "the default" : value.origin();
        return new InvalidSettingException(
                setting.property() + " (from " + origin + ") is \"" + text + "\"; write " + wanted);
    }
}
