package org.multicloudmirror.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What can be set of one webhook, below {@code mirror.webhooks.NAME.}, and of one ping, below {@code mirror.pings.NAME.}; a
 * public contract.
 */
@SuppressWarnings("ImmutableEnumChecker") // kinds are records of immutable values
public enum NoticeProperty {
    URL("webhooks", "url", new SecretKind.SecretUrl(), "where a report is posted to"),
    SECRET("webhooks", "secret", new SecretKind.SigningSecret(), "what the posts are signed with; empty: they are not"),
    FORM(
            "webhooks",
            "form",
            new SettingKind.Choice(List.of("json", "slack")),
            "what is posted: json (docs/webhook.schema.json), the default, or slack ({\"text\": ...})"),
    WHEN("webhooks", "when", SettingKind.Words.policies(), "when: as mirror.mail.when; the default is always"),
    PING_URL(
            "pings",
            "url",
            new SecretKind.SecretUrl(),
            "called at success; URL/start and URL/fail at start and failure"),
    PING_START("pings", "start", new SecretKind.SecretUrl(), "called at the start, in place of URL/start"),
    PING_SUCCESS("pings", "success", new SecretKind.SecretUrl(), "called at success, in place of the URL"),
    PING_FAILURE("pings", "failure", new SecretKind.SecretUrl(), "called at any other end, in place of URL/fail");

    private final String group;
    private final String property;
    private final SettingKind kind;
    private final String description;

    NoticeProperty(String group, String property, SettingKind kind, String description) {
        this.group = group;
        this.property = property;
        this.kind = kind;
        this.description = description;
    }

    /** The property of a name in a group, {@code webhooks} or {@code pings}. */
    static Optional<NoticeProperty> of(String group, String name) {
        return Arrays.stream(values())
                .filter(each -> each.group.equals(group) && each.property.equals(name))
                .findFirst();
    }

    /** The names that a group has. */
    static List<String> names(String group) {
        return Arrays.stream(values())
                .filter(each -> each.group.equals(group))
                .map(NoticeProperty::property)
                .toList();
    }

    /** {@code webhooks} or {@code pings}. */
    public String group() {
        return group;
    }

    /** The name that stands behind the webhook's or the ping's. */
    public String property() {
        return property;
    }

    public String description() {
        return description;
    }

    SettingKind kind() {
        return kind;
    }

    /** The whole name of the setting. */
    String of(String name) {
        return "mirror." + group + "." + name + "." + property;
    }
}
