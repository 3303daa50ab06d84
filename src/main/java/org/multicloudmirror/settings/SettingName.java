package org.multicloudmirror.settings;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.multicloudmirror.spelling.Closest;

/** The names that settings may have: those of {@link Setting}, of a store's properties, of a webhook and a ping. */
final class SettingName {

    private static final Pattern STORE = Pattern.compile("mirror\\.stores\\.([A-Za-z][A-Za-z0-9_-]*)\\.(.+)");
    private static final Pattern ALMOST_STORE = Pattern.compile("mirror\\.[^.]*\\.([A-Za-z][A-Za-z0-9_-]*)\\.[^.]+");
    private static final Pattern STORE_VARIABLE = Pattern.compile("MIRROR_STORES_([A-Z][A-Z0-9]*)_(.+)");

    private SettingName() {}

    /** A mistyped setting would otherwise be ignored in silence. */
    static void check(String name, String origin) {
        Matcher store = STORE.matcher(name);
        if (store.matches()) {
            String property = store.group(2);
            if (StoreProperty.ofName(property).isEmpty() && !property.startsWith("options.")) {
                throw new InvalidSettingException(origin + " sets " + name + ", and a store has no \"" + property + "\""
                        + Closest.question(property, storeProperties())
                        + "; use one of " + storeProperties() + ", options.<jclouds property>");
            }
        } else if (Setting.ofProperty(name).isEmpty()) {
            throw new InvalidSettingException(origin + " sets " + name + ", which is no setting"
                    + Closest.question(name, similar(name)) + "; config/application.properties lists them all");
        }
    }

    /** What a name could be that is no setting's: each setting, and a store's property. */
    private static List<String> similar(String name) {
        List<String> known = new ArrayList<>();
        for (Setting setting : Setting.values()) {
            known.add(setting.property());
        }
        Matcher store = ALMOST_STORE.matcher(name);
        if (store.matches()) {
            for (String property : storeProperties()) {
                known.add("mirror.stores." + store.group(1) + "." + property);
            }
        }
        return known;
    }

    /**
     * The name that a variable of the environment stands for, beside those of {@link Setting}: of a store's property, or
     * of a webhook or a ping.
     *
     * @throws InvalidSettingException when it names a store, and no property of one
     */
    static Optional<String> ofVariable(String variable) {
        Matcher store = STORE_VARIABLE.matcher(variable);
        if (store.matches()) {
            return Optional.of("mirror.stores." + store.group(1).toLowerCase(Locale.ROOT) + "."
                    + storeProperty(variable, store.group(2)));
        }
        return variable.startsWith("MIRROR_WEBHOOKS_") || variable.startsWith("MIRROR_PINGS_")
                ? Optional.of(NoticeSettings.ofVariable(variable))
                : Optional.empty();
    }

    private static String storeProperty(String variable, String rest) {
        return Arrays.stream(StoreProperty.values())
                .map(StoreProperty::property)
                .filter(property -> Setting.variableOf(property).equals(rest))
                .findFirst()
                .orElseThrow(() -> new InvalidSettingException("the environment variable " + variable
                        + " names no property of a store; use one of " + storeProperties()
                        + " in upper case, or a --config file for the others"));
    }

    /** Whether a setting is one of a webhook or a ping. */
    static boolean isNotice(String name) {
        return name.startsWith("mirror.webhooks.") || name.startsWith("mirror.pings.");
    }

    /** Whether the value of a setting is never shown. */
    static boolean isSecret(String name, String text) {
        if (isNotice(name)) {
            return NoticeSettings.isSecret(name, text);
        }
        Matcher store = STORE.matcher(name);
        if (store.matches()) {
            return StoreProperty.ofName(store.group(2))
                    .map(StoreProperty::isSecret)
                    .orElse(false);
        }
        return name.equals("camel.component.aws2-s3.secret-key")
                || name.equals("camel.component.aws2-s3.session-token")
                || Setting.ofProperty(name)
                        .map(setting -> setting.kind().isSecret(text))
                        .orElse(false);
    }

    private static List<String> storeProperties() {
        return Arrays.stream(StoreProperty.values())
                .map(StoreProperty::property)
                .sorted()
                .toList();
    }
}
