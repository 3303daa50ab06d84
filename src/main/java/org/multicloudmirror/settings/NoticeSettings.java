package org.multicloudmirror.settings;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.multicloudmirror.spelling.Closest;

/**
 * The webhooks and pings as the settings have them. A value that names a file is read whenever it is asked for, so that
 * it may be changed at any time. No message repeats a value.
 */
public final class NoticeSettings {

    private static final Pattern NAME = Pattern.compile("mirror\\.(webhooks|pings)\\.([A-Za-z][A-Za-z0-9_-]*)\\.(.+)");
    private static final Pattern VARIABLE = Pattern.compile("MIRROR_(WEBHOOKS|PINGS)_([A-Z][A-Z0-9]*)_([A-Z]+)");

    private final Settings settings;

    public NoticeSettings(Settings settings) {
        this.settings = settings;
    }

    /** The property that a variable of the environment stands for, such as {@code MIRROR_WEBHOOKS_TEAM_URL}. */
    static String ofVariable(String variable) {
        Matcher matcher = VARIABLE.matcher(variable);
        String written = matcher.matches() ? matcher.replaceFirst("$1.$2.$3") : variable.replaceFirst("^MIRROR_", "");
        return "mirror." + written.toLowerCase(Locale.ROOT);
    }

    /**
     * Refuses what is no property of a webhook or a ping, and a value that it cannot have.
     *
     * @throws InvalidSettingException when there is a mistake
     */
    static void check(String name, String text, String origin) {
        Matcher matcher = NAME.matcher(name);
        if (!matcher.matches()) {
            throw new InvalidSettingException(
                    origin + " sets " + name + ", which names no webhook and no ping; write mirror.webhooks.NAME.url or"
                            + " mirror.pings.NAME.url, with a letter at the beginning of NAME");
        }
        String group = matcher.group(1);
        NoticeProperty property = NoticeProperty.of(group, matcher.group(3))
                .orElseThrow(() -> new InvalidSettingException(origin + " sets " + name + ", and " + group
                        + " have no \"" + matcher.group(3) + "\""
                        + Closest.question(matcher.group(3), NoticeProperty.names(group)) + "; use one of "
                        + String.join(", ", NoticeProperty.names(group))));
        property.kind().complaint(read(name, text, origin)).ifPresent(wanted -> {
            throw new InvalidSettingException(name + " (from " + origin + ") cannot be used; write " + wanted);
        });
    }

    private static String read(String name, String text, String origin) {
        return SecretFile.isReference(text) ? SecretFile.read(SecretFile.path(text), name, origin) : text;
    }

    /** A line for the user when a file that is named can be read by everyone. */
    static Optional<String> warning(String text) {
        return SecretFile.isReference(text) ? SecretFile.warning(SecretFile.path(text)) : Optional.empty();
    }

    /** Whether a value is one to be kept secret: names of files and choices are not. */
    static boolean isSecret(String name, String text) {
        Matcher matcher = NAME.matcher(name);
        return matcher.matches()
                && !SecretFile.isReference(text)
                && NoticeProperty.of(matcher.group(1), matcher.group(3))
                        .map(property -> property.kind().isSecret(text))
                        .orElse(false);
    }

    /**
     * Refuses names of webhooks and pings that are not set, and a recovery that cannot be noticed.
     *
     * @throws InvalidSettingException when there is one; it says what to write
     */
    void check() {
        check(Setting.WEBHOOK);
        check(Setting.PING);
        if (settings.number(Setting.HISTORY) == 0 && noticesRecovery()) {
            throw settings.invalid(
                    Setting.HISTORY, "0", "how many runs to keep: without the run before, on-recovery cannot be told");
        }
    }

    private void check(Setting setting) {
        complaint(setting, settings.text(setting)).ifPresent(wanted -> {
            throw settings.invalid(setting, settings.text(setting), wanted);
        });
    }

    /**
     * What to write in place of names of which one is not set; empty when all are.
     *
     * @param setting {@link Setting#WEBHOOK} or {@link Setting#PING}
     */
    public Optional<String> complaint(Setting setting, String names) {
        String group = setting == Setting.WEBHOOK ? "webhooks" : "pings";
        Set<String> known = names(group);
        return NameList.of(names).stream()
                .filter(name -> !known.contains(name))
                .findFirst()
                .map(name -> known.isEmpty()
                        ? "a name NAME for which mirror." + group + ".NAME.url is set; there is none yet"
                        : "one or more of " + String.join(", ", known) + Closest.question(name, known)
                                + "; those have a mirror." + group + ".NAME.url");
    }

    private boolean noticesRecovery() {
        return Stream.concat(
                        Stream.of(settings.text(Setting.MAIL_WHEN)),
                        webhooks().stream().map(name -> text(NoticeProperty.WHEN, name)))
                .anyMatch(when -> when.contains("on-recovery"));
    }

    private Set<String> names(String group) {
        Set<String> names = new TreeSet<>();
        settings.names().forEach(name -> {
            Matcher matcher = NAME.matcher(name);
            // the secret of a webhook alone is none
            if (matcher.matches()
                    && matcher.group(1).equals(group)
                    && (group.equals("pings") || matcher.group(3).equals("url"))) {
                names.add(matcher.group(2));
            }
        });
        return names;
    }

    /** The webhooks that are told of a run. */
    public Set<String> webhooks() {
        return NameList.of(settings.text(Setting.WEBHOOK));
    }

    /** The pings of a run. */
    public Set<String> pings() {
        return NameList.of(settings.text(Setting.PING));
    }

    /**
     * A property as it is now; an empty text when it is not set.
     *
     * @throws InvalidSettingException when its file cannot be read, or holds something else; it repeats nothing of it
     */
    public String text(NoticeProperty property, String name) {
        String whole = property.of(name);
        String text = read(whole, settings.property(whole, ""), settings.origin(whole));
        property.kind().complaint(text).filter(wanted -> !text.isEmpty()).ifPresent(wanted -> {
            throw new InvalidSettingException(
                    whole + " (from " + settings.origin(whole) + ") cannot be used; write " + wanted);
        });
        return text;
    }
}
