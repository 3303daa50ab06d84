package org.multicloudmirror.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoticeSettingsTest {

    private static final String URL = "https://hooks.example.org/Planted";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @Test
    void aFileIsReadWheneverItIsAskedFor() throws IOException {
        Path file = Files.writeString(directory.resolve("url"), URL + "/1\n");
        NoticeSettings notices = new NoticeSettings(loaded("MIRROR_WEBHOOKS_TEAM_URL", "file:" + file));
        assertThat(notices.text(NoticeProperty.URL, "team")).isEqualTo(URL + "/1");

        Files.writeString(file, URL + "/2\n");

        assertThat(notices.text(NoticeProperty.URL, "team")).isEqualTo(URL + "/2");
        Files.writeString(file, "Planted");
        assertThatExceptionOfType(InvalidSettingException.class)
                .isThrownBy(() -> notices.text(NoticeProperty.URL, "team"))
                .withMessageNotContaining("Planted")
                .withMessageStartingWith("mirror.webhooks.team.url (from the environment variable");
    }

    /** Cut off by a full disk, or about to be written: nothing goes out unsigned, or elsewhere, for that. */
    @ParameterizedTest
    @CsvSource({"WEBHOOKS, TEAM, SECRET", "WEBHOOKS, TEAM, URL", "PINGS, NIGHTLY, START"})
    void anEmptyFileIsAMistake(String group, String name, String property) throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "\n");
        String variable = String.join("_", "MIRROR", group, name, property);
        String setting = String.join(".", "mirror", group, name, property).toLowerCase(Locale.ROOT);
        NoticeSettings notices = new NoticeSettings(loaded(variable, "file:" + file));

        assertThatExceptionOfType(InvalidSettingException.class)
                .isThrownBy(() -> notices.text(
                        NoticeProperty.of(group.toLowerCase(Locale.ROOT), property.toLowerCase(Locale.ROOT))
                                .orElseThrow(),
                        name.toLowerCase(Locale.ROOT)))
                .withMessage(setting + " (from the environment variable " + variable
                        + ") is empty; write it into its file, or leave " + setting + " out");
    }

    @Test
    void nothingOfThemIsCamels() {
        assertThat(loaded("MIRROR_WEBHOOKS_TEAM_URL", URL).forCamel())
                .allSatisfy((name, value) -> assertThat(name + value).doesNotContain("Planted", "webhooks"));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            WEBHOOKS_TEAM_URL,      ftp://Planted,              'does not begin with https:// or http://; write a URL such as'
            WEBHOOKS_TEAM_URL,      https://me:Planted@host/,   has a user in it; write a URL such as
            WEBHOOKS_TEAM_URL,      https://host/Planted#x,     has a # in it; write a URL such as
            WEBHOOKS_TEAM_URL,      https:///Planted,           has no host
            WEBHOOKS_TEAM_SECRET,   whsec_Planted!,             'begins with whsec_, and no base64 follows; write'
            WEBHOOKS_TEAM_FORM,     slick,                      'is "slick"; write one of json, slack'
            WEBHOOKS_TEAM_WHEN,     never,                      'is "never"; write one or more of always'
            WEBHOOKS_TEAM_URK,      Planted,                    'no "urk" (did you mean "url"?); use one of url, secret, form, when'
            PINGS_NIGHTLY_STOP,     Planted,                    'no "stop"'
            """)
    void aMistakeIsToldWithoutASecret(String variable, String value, String told) {
        assertThatExceptionOfType(InvalidSettingException.class)
                .isThrownBy(() -> named(Map.of("MIRROR_" + variable, value)))
                .withMessageContaining(told)
                .withMessageContaining("the environment variable MIRROR_" + variable)
                .withMessageNotContaining("Planted");
        assertThat(loaded("MIRROR_" + variable, value).warnings())
                .as("nobody names it")
                .singleElement()
                .asString()
                .contains(told)
                .endsWith("; it stops nothing that does not name it")
                .doesNotContain("Planted");
    }

    @Test
    void allMistakesAreToldAtOnce() {
        assertThatExceptionOfType(InvalidSettingException.class)
                .isThrownBy(() -> named(Map.of(
                        "MIRROR_WEBHOOKS_TEAM_URL",
                        "file:/no/such/file",
                        "MIRROR_WEBHOOKS_TEAM_FORM",
                        "slick",
                        "MIRROR_PINGS_NIGHTLY_START",
                        "nightly")))
                .satisfies(mistakes -> assertThat(
                                String.valueOf(mistakes.getMessage()).lines())
                        .extracting(line -> line.replaceFirst(".*(mirror\\.\\w+\\.\\w+\\.\\w+).*", "$1"))
                        .containsExactly(
                                "mirror.webhooks.team.form", "mirror.webhooks.team.url", "mirror.pings.nightly.start"));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            MIRROR_WEBHOOK,   team,      'write a name NAME for which mirror.webhooks.NAME.url is set'
            MIRROR_PING,      nightly,   'write a name NAME for which mirror.pings.NAME.url is set'
            """)
    void aNameThatIsNotSetIsAMistake(String variable, String value, String told) {
        assertThatExceptionOfType(InvalidSettingException.class)
                .isThrownBy(() -> loaded(variable, value))
                .withMessageContaining(told)
                .withMessageContaining("the environment variable " + variable);
    }

    @Test
    void aRecoveryNeedsAHistory() {
        assertThatExceptionOfType(InvalidSettingException.class)
                .isThrownBy(() -> new SettingsLoader()
                        .environment(Map.of("MIRROR_MAIL_WHEN", "on-failure,on-recovery", "MIRROR_HISTORY", "0"))
                        .load())
                .withMessageEndingWith(
                        "write how many runs to keep: without the run before, on-recovery cannot be told");
    }

    /** With a webhook and a ping that runs name. */
    private static Settings named(Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(Map.of(
                "MIRROR_WEBHOOK",
                "team",
                "MIRROR_WEBHOOKS_TEAM_URL",
                URL,
                "MIRROR_PING",
                "nightly",
                "MIRROR_PINGS_NIGHTLY_URL",
                URL));
        environment.putAll(more);
        return new SettingsLoader().environment(environment).load();
    }

    private static Settings loaded(String variable, String value) {
        return new SettingsLoader().environment(Map.of(variable, value)).load();
    }

    @Test
    void ofAWebhookToo() {
        Map<String, String> environment = Map.of(
                "MIRROR_WEBHOOK",
                "team",
                "MIRROR_WEBHOOKS_TEAM_URL",
                "https://example.org/",
                "MIRROR_WEBHOOKS_TEAM_WHEN",
                "on-recovery",
                "MIRROR_HISTORY",
                "0");

        assertThatExceptionOfType(InvalidSettingException.class)
                .isThrownBy(() -> new SettingsLoader().environment(environment).load())
                .withMessageEndingWith("without the run before, on-recovery cannot be told");
    }
}
