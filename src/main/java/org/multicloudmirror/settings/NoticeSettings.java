package org.multicloudmirror.settings;

import java.util.ArrayList;
import java.util.List;
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
 * it may be changed at any time. No message repeats a secret.
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

    /** What is wrong with a setting that is of a webhook or a ping, by its name or its value, which is not repeated if secret. */
    private Optional<String> mistake(String name) {
        String origin = settings.origin(name);
        Matcher matcher = NAME.matcher(name);
        if (!matcher.matches()) {
            return Optional.of(
                    origin + " sets " + name + ", which names no webhook and no ping; write mirror.webhooks.NAME.url or"
                            + " mirror.pings.NAME.url, with a letter at the beginning of NAME");
        }
        String group = matcher.group(1);
        List<String> known = NoticeProperty.names(group);
        return NoticeProperty.of(group, matcher.group(3))
                .map(property -> mistake(name, property))
                .orElseGet(() -> Optional.of(origin + " sets " + name + ", and " + group + " have no \""
                        + matcher.group(3) + "\"" + Closest.question(matcher.group(3), known) + "; use one of "
                        + String.join(", ", known)));
    }

    private Optional<String> mistake(String name, NoticeProperty property) {
        String written = settings.property(name, "");
        try {
            return mistake(name, property, written, read(name, written, settings.origin(name)));
        } catch (InvalidSettingException e) {
            return Optional.ofNullable(e.getMessage());
        }
    }

    private Optional<String> mistake(String name, NoticeProperty property, String written, String text) {
        boolean isShown = !property.kind().isSecret(text) && !SecretFile.isReference(written);
        if (text.isEmpty() && SecretFile.isReference(written)) {
            return Optional.of(name + " (from " + settings.origin(name)
                    + ") is empty; write it into its file, or leave " + name + " out");
        }
        String fault = isShown ? "is \"" + text + "\"" : property.kind().fault(text);
        return property.kind()
                .complaint(text)
                .map(wanted -> name + " (from " + settings.origin(name) + ") " + fault + "; write " + wanted);
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
     * Refuses webhooks and pings of these settings that are not set, or not as they must be, and a recovery that cannot be
     * noticed.
     *
     * @throws InvalidSettingException when there is one; it says what to write, a line for each mistake
     */
    void check() {
        List<String> mistakes = new ArrayList<>();
        for (Setting setting : List.of(Setting.WEBHOOK, Setting.PING)) {
            String names = settings.text(setting);
            complaint(setting, names)
                    .ifPresent(wanted -> mistakes.add(String.valueOf(
                            settings.invalid(setting, names, wanted).getMessage())));
            mistakes.addAll(mistakes(setting, names));
        }
        if (!mistakes.isEmpty()) {
            throw new InvalidSettingException(String.join("\n", mistakes));
        }
        if (settings.number(Setting.HISTORY) == 0 && noticesRecovery()) {
            throw settings.invalid(
                    Setting.HISTORY, "0", "how many runs to keep: without the run before, on-recovery cannot be told");
        }
    }

    /** What is wrong with those that these settings do not name; entries of the scenarios file may. */
    List<String> warnings() {
        return settings.names().stream()
                .filter(name -> SettingName.isNotice(name) && !isNamed(name))
                .sorted()
                .flatMap(name -> mistake(name).stream())
                .map(mistake -> mistake + "; it stops nothing that does not name it")
                .toList();
    }

    private boolean isNamed(String name) {
        return isOf("webhooks", webhooks(), name) || isOf("pings", pings(), name);
    }

    private static boolean isOf(String group, Set<String> named, String name) {
        Matcher matcher = NAME.matcher(name);
        return matcher.matches() && matcher.group(1).equals(group) && named.contains(matcher.group(2));
    }

    /**
     * All that is wrong with the settings of webhooks or pings, a line each.
     *
     * @param setting {@link Setting#WEBHOOK} or {@link Setting#PING}
     */
    public List<String> mistakes(Setting setting, String names) {
        Set<String> named = NameList.of(names);
        return settings.names().stream()
                .filter(name -> isOf(group(setting), named, name))
                .sorted()
                .flatMap(name -> mistake(name).stream())
                .toList();
    }

    private static String group(Setting setting) {
        return setting == Setting.WEBHOOK ? "webhooks" : "pings";
    }

    /**
     * What to write in place of names of which some are not set; empty when all are.
     *
     * @param setting {@link Setting#WEBHOOK} or {@link Setting#PING}
     */
    public Optional<String> complaint(Setting setting, String names) {
        String group = group(setting);
        Set<String> known = names(group);
        List<String> unknown = NameList.of(names).stream()
                .filter(name -> !known.contains(name))
                .toList();
        if (unknown.isEmpty()) {
            return Optional.empty();
        }
        if (known.isEmpty()) {
            return Optional.of("a name NAME for which mirror." + group + ".NAME.url is set; there is none yet");
        }
        String guess = unknown.size() == 1 ? Closest.question(unknown.get(0), known) : "";
        return Optional.of(
                "one or more of " + String.join(", ", known) + guess + "; those have a mirror." + group + ".NAME.url");
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
        String written = settings.property(whole, "");
        String text = read(whole, written, settings.origin(whole));
        Optional<String> mistake = written.isEmpty() ? Optional.empty() : mistake(whole, property, written, text);
        mistake.ifPresent(line -> {
            throw new InvalidSettingException(line);
        });
        return text;
    }
}
