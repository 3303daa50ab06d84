package org.multicloudmirror.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

    @Test
    void nothingOfThemIsCamels() {
        assertThat(loaded("MIRROR_WEBHOOKS_TEAM_URL", URL).forCamel())
                .allSatisfy((name, value) -> assertThat(name + value).doesNotContain("Planted", "webhooks"));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            MIRROR_WEBHOOKS_TEAM_URL,    ftp://Planted,              write a URL such as
            MIRROR_WEBHOOKS_TEAM_URL,    https://me:Planted@host/,   write a URL such as
            MIRROR_WEBHOOKS_TEAM_FORM,   Planted,                    'write one of json, slack'
            MIRROR_WEBHOOKS_TEAM_WHEN,   Planted,                    write one or more of always
            MIRROR_WEBHOOKS_TEAM_URK,    Planted,                    'no "urk" (did you mean "url"?); use one of url, secret, form, when'
            MIRROR_PINGS_NIGHTLY_STOP,   Planted,                    'no "stop"'
            MIRROR_WEBHOOK,              team,                       'write a name NAME for which mirror.webhooks.NAME.url is set'
            MIRROR_PING,                 nightly,                    'write a name NAME for which mirror.pings.NAME.url is set'
            """)
    void aMistakeIsToldWithoutTheValue(String variable, String value, String told) {
        assertThatExceptionOfType(InvalidSettingException.class)
                .isThrownBy(() -> loaded(variable, value))
                .withMessageContaining(told)
                .withMessageContaining("the environment variable " + variable)
                .withMessageNotContaining("Planted");
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

    private static Settings loaded(String variable, String value) {
        return new SettingsLoader().environment(Map.of(variable, value)).load();
    }
}
