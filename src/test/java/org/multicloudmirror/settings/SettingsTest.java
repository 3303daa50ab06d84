package org.multicloudmirror.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    private final SettingsLoader loader = new SettingsLoader();

    @ParameterizedTest
    @CsvSource({
        "1, 1",
        "5368709120, 5368709120",
        "500K, 512000",
        "500k, 512000",
        "20M, 20971520",
        "20MB, 20971520",
        "20MiB, 20971520",
        "5G, 5368709120",
        "1T, 1099511627776",
        "8388607T, 9223370937343148032",
        "100B, 100"
    })
    void readsSizes(String text, long bytes) {
        assertThat(maxsize(text).size(Setting.MAXSIZE)).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "five", "-1", "5 G", "5X", "1.5G", "5GG", "1234567890123456", "0x10"})
    void rejectsWhatIsNoSize(String text) {
        assertRejected(
                () -> maxsize(text).size(Setting.MAXSIZE),
                "mirror.maxsize (from --maxsize) is \"" + text + "\"; write a size such as 5368709120 or 5G");
    }

    @ParameterizedTest
    @ValueSource(strings = {"8388608T", "16777216T", "20000000T", "999999999999999T"})
    void rejectsSizesThatAreTooLarge(String text) {
        assertRejected(
                () -> maxsize(text).size(Setting.MAXSIZE),
                "mirror.maxsize (from --maxsize) is \"" + text
                        + "\"; write a size from 0 bytes up, such as 5368709120 or 5G");
    }

    @ParameterizedTest
    @CsvSource({"off, 0", "0, 0", "1K, 1024", "50M, 52428800", "1G, 1073741824"})
    void readsRates(String text, long bytes) {
        assertThat(bandwidth(text).rate(Setting.BANDWIDTH)).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "on", "-1", "1023", "50M/s", "2048T"})
    void rejectsWhatIsNoRate(String text) {
        assertRejected(
                () -> bandwidth(text),
                "mirror.bandwidth (from --bandwidth) is \"" + text
                        + "\"; write a size from 1K up that may pass in a second, such as 500K or 50M, or off");
    }

    private Settings bandwidth(String text) {
        return loader.option("--bandwidth", Setting.BANDWIDTH, text).load();
    }

    @Test
    void takesNoSizeForNoLimitWhereThatMakesSense() {
        assertThat(maxsize("0").size(Setting.MAXSIZE)).isZero();
        loader.environment(Map.of("MIRROR_MULTIPART_THRESHOLD", "0"));

        assertRejected(
                () -> loader.load(),
                "mirror.multipart-threshold (from the environment variable MIRROR_MULTIPART_THRESHOLD) is \"0\";"
                        + " write a size from 1 byte up, such as 5368709120 or 5G");
    }

    @Test
    void keepsSizesBetweenTheirBounds() {
        loader.environment(Map.of("MIRROR_PART_SIZE", "1M"));

        assertRejected(
                () -> loader.load(),
                "mirror.part-size (from the environment variable MIRROR_PART_SIZE) is \"1M\"; write a size from 5242880"
                        + " to 1073741824 bytes, such as 16M");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1025", "-1", "four", "", "4.0", "99999999999"})
    void rejectsNumbersOutOfTheirRange(String text) {
        loader.environment(Map.of("MIRROR_PROCESS", text));

        assertRejected(
                () -> loader.load(),
                "mirror.process (from the environment variable MIRROR_PROCESS) is \"" + text
                        + "\"; write a whole number from 1 to 1024");
    }

    @ParameterizedTest
    @EnumSource(Setting.class)
    void hasDefaultsThatCanBeUsed(Setting setting) {
        assertThat(setting.kind().complaint(setting.defaultValue())).isEmpty();
    }

    @Test
    void rejectsAWordThatIsNoChoice() {
        loader.option("--mail-when", Setting.MAIL_WHEN, "never");

        assertRejected(
                () -> loader.load(),
                "mirror.mail.when (from --mail-when) is \"never\"; write one or more of always, on-change, on-failure, on-recovery");
    }

    @Test
    void acceptsTheEndsOfARange() {
        loader.option("--process", Setting.PROCESS, "1");
        assertThat(loader.load().number(Setting.PROCESS)).isOne();
        loader.option("--process", Setting.PROCESS, "1024");
        assertThat(loader.load().number(Setting.PROCESS)).isEqualTo(1024);
    }

    @Test
    void readsSwitches() {
        assertThat(loader.load().isOn(Setting.DRY_RUN)).isFalse();
        loader.option("--dry-run", Setting.DRY_RUN, "true");
        assertThat(loader.load().isOn(Setting.DRY_RUN)).isTrue();

        loader.option("--dry-run", Setting.DRY_RUN, "yes");
        assertRejected(() -> loader.load(), "mirror.dry-run (from --dry-run) is \"yes\"; write true or false");
    }

    @Test
    void showsCamelNoSecrets() {
        loader.option("--config", Setting.MAIL_PASSWORD, "hidden")
                .environment(Map.of("MIRROR_STORES_S3_SECRET_KEY", "hidden", "MIRROR_PROCESS", "7"));

        assertThat(loader.load().forCamel())
                .containsEntry("mirror.process", "7")
                .containsEntry("mirror.queue.size", "1000")
                .doesNotContainValue("hidden");
    }

    @ParameterizedTest
    @EnumSource(Setting.class)
    void findsEverySettingByItsProperty(Setting setting) {
        assertThat(Setting.ofProperty(setting.property())).contains(setting);
    }

    private Settings maxsize(String text) {
        return loader.option("--maxsize", Setting.MAXSIZE, text).load();
    }

    private static void assertRejected(Runnable reading, String message) {
        assertThatExceptionOfType(InvalidSettingException.class)
                .isThrownBy(reading::run)
                .withMessage(message);
    }
}
