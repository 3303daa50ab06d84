package org.multicloudmirror.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FollowedSettingsTest {

    private final Path first;
    private final Path second;
    private final SettingsLoader loader = new SettingsLoader();

    FollowedSettingsTest(@TempDir Path directory) throws IOException {
        first = Files.writeString(directory.resolve("first.properties"), "mirror.bandwidth=20M\nmirror.process=7\n");
        second = Files.writeString(directory.resolve("second.properties"), "");
        loader.file(first).file(second);
    }

    @Test
    void isWhatItBeganWithUntilAFileChanges() {
        assertThat(followed().now().text(Setting.BANDWIDTH)).isEqualTo("20M");
    }

    @Test
    void readsTheFilesAgain() throws IOException {
        FollowedSettings followed = followed();

        Files.writeString(first, "mirror.bandwidth=5M\nmirror.process=9\n");

        assertThat(followed.now().text(Setting.BANDWIDTH)).isEqualTo("5M");
        assertThat(followed.now().number(Setting.PROCESS)).as("not followed").isEqualTo(7);
    }

    @Test
    void aLaterFileWins() throws IOException {
        FollowedSettings followed = followed();

        Files.writeString(second, "mirror.bandwidth=9M\n");
        Files.writeString(first, "mirror.bandwidth=5M\n");

        assertThat(followed.now().text(Setting.BANDWIDTH)).isEqualTo("9M");
    }

    @Test
    void whatIsWrittenLastWinsOverAnOption() throws IOException {
        loader.option("--bandwidth", Setting.BANDWIDTH, "50M");
        FollowedSettings followed = followed();
        assertThat(followed.now().text(Setting.BANDWIDTH)).isEqualTo("50M");

        Files.writeString(first, "mirror.bandwidth=5M\n");
        assertThat(followed.now().text(Setting.BANDWIDTH)).isEqualTo("5M");

        Files.writeString(first, "mirror.bandwidth=20M\n");
        assertThat(followed.now().text(Setting.BANDWIDTH))
                .as("as it stood at first, and written since")
                .isEqualTo("20M");
    }

    @Test
    void aLineThatIsTakenAwayLeavesWhatItBeganWith() throws IOException {
        FollowedSettings followed = followed();
        Files.writeString(first, "mirror.bandwidth=5M\n");
        followed.now();

        Files.writeString(first, "");

        assertThat(followed.now().text(Setting.BANDWIDTH)).isEqualTo("20M");
    }

    @Test
    void followsTheFileThatAValueNames() throws IOException {
        Path value = Files.writeString(second.resolveSibling("bandwidth"), "1M\n");
        Files.writeString(second, "mirror.bandwidth=file:" + value + "\n");
        loader.file(second);
        FollowedSettings followed = followed();

        Files.writeString(value, "2M\n");

        assertThat(followed.now().text(Setting.BANDWIDTH)).isEqualTo("2M");
    }

    @Test
    void namesThePlaceOfAMistake() throws IOException {
        FollowedSettings followed = followed();

        Files.writeString(second, "mirror.bandwidth=fast\n");

        assertThatExceptionOfType(InvalidSettingException.class)
                .isThrownBy(followed::now)
                .withMessage("mirror.bandwidth (from " + second + ") is \"fast\"; write a size from 1K up that may pass"
                        + " in a second, such as 500K or 50M, or off");
    }

    @Test
    void aFileThatIsGoneSaysNothing() throws IOException {
        FollowedSettings followed = followed();

        Files.delete(first);

        assertThat(followed.now().text(Setting.BANDWIDTH)).isEqualTo("20M");
    }

    private FollowedSettings followed() {
        return new FollowedSettings(loader.load(), Set.of(Setting.BANDWIDTH));
    }
}
