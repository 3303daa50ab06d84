package org.multicloudmirror.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsLoaderTest {

    private static final String STORE_PROPERTIES = "[access-key, credential, driver, endpoint, identity, path-style,"
            + " profile, provider, region, secret-key]";

    private final SettingsLoader loader = new SettingsLoader();
    private final Path directory;

    SettingsLoaderTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void takesTheLastOfEachPlace() {
        assertThat(loader.load().text(Setting.PROCESS)).isEqualTo("4");

        loader.file(file("first", "mirror.process=5\nmirror.retries=5"));
        assertThat(loader.load().text(Setting.PROCESS)).isEqualTo("5");

        loader.file(file("second", "mirror.process=6"));
        assertThat(loader.load().text(Setting.PROCESS)).isEqualTo("6");

        loader.environment(Map.of("MIRROR_PROCESS", "7"));
        assertThat(loader.load().text(Setting.PROCESS)).isEqualTo("7");

        loader.option("--process", Setting.PROCESS, "8");
        assertThat(loader.load().text(Setting.PROCESS)).isEqualTo("8");
        assertThat(loader.load().text(Setting.RETRIES)).isEqualTo("5");
    }

    @Test
    void readsFilesInUtf8() {
        loader.file(file("one", "mirror.mail.subject = Grüße \nmirror.maxsize=\ncamel.main.name=x"));

        assertThat(loader.load().text(Setting.MAIL_SUBJECT)).isEqualTo("Grüße");
        assertThat(loader.load().text(Setting.MAXSIZE)).isEmpty();
        assertThat(loader.load().property("camel.main.name", "")).isEqualTo("x");
    }

    @ParameterizedTest
    @CsvSource({"MIRROR_MAIL_FROM, MAIL_FROM", "MIRROR_HTTP_READ_TIMEOUT, HTTP_READ_TIMEOUT", "MIRROR_DRY_RUN, DRY_RUN"
    })
    void readsEverySettingFromTheEnvironment(String variable, Setting setting) {
        loader.environment(Map.of(variable, "x", "PATH", "/bin"));

        assertThat(setting.variable()).isEqualTo(variable);
        assertThat(loader.load().text(setting)).isEqualTo("x");
    }

    @Test
    void readsStoresFromTheEnvironment() {
        loader.environment(Map.of(
                "MIRROR_STORES_S3_ACCESS_KEY", "key",
                "MIRROR_STORES_OLD_DRIVER", "s3",
                "MIRROR_STORES_OLD_PATH_STYLE", "true"));

        assertThat(loader.load().ofStore("s3", "access-key")).isEqualTo("key");
        assertThat(loader.load().ofStore("old", "path-style")).isEqualTo("true");
        assertThat(loader.load().stores()).containsExactly("cf", "old", "s3");
    }

    @Test
    void readsStoresFromFiles() {
        loader.file(file("one", """
                mirror.stores.My-Swift_2.driver=jclouds
                mirror.stores.My-Swift_2.options.jclouds.keystone.version=3
                mirror.stores.My-Swift_2.options.jclouds.regions=a
                mirror.stores.undriven.region=x
                """));

        assertThat(loader.load().stores()).containsExactly("My-Swift_2", "cf", "s3");
        assertThat(loader.load().ofStoreBelow("My-Swift_2", "options."))
                .containsOnly(Map.entry("jclouds.keystone.version", "3"), Map.entry("jclouds.regions", "a"));
    }

    @Test
    void rejectsUnknownSetting() {
        Path file = file("one", "mirror.proces=5");

        assertRejected(
                () -> loader.file(file),
                file + " sets mirror.proces, which is no setting; config/application.properties lists them all");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mirror.stores.s3", "mirror.stores.3s.driver", "mirror.stores..driver"})
    void rejectsWhatNamesNoStore(String name) {
        Path file = file("one", name + "=x");

        assertRejected(
                () -> loader.file(file),
                file + " sets " + name + ", which is no setting; config/application.properties lists them all");
    }

    @Test
    void rejectsUnknownStoreProperty() {
        Path file = file("one", "mirror.stores.s3.acess-key=x");

        assertRejected(
                () -> loader.file(file),
                file + " sets mirror.stores.s3.acess-key, and a store has no \"acess-key\"; use one of "
                        + STORE_PROPERTIES + ", options.<jclouds property>");
    }

    @Test
    void rejectsVariableOfUnknownStoreProperty() {
        assertRejected(
                () -> loader.environment(Map.of("MIRROR_STORES_S3_ACCESSKEY", "x")),
                "the environment variable MIRROR_STORES_S3_ACCESSKEY names no property of a store; use one of "
                        + STORE_PROPERTIES + " in upper case, or a --config file for the others");
    }

    @Test
    void rejectsFileThatCannotBeRead() {
        Path missing = directory.resolve("missing");
        Path mangled = file("mangled", "mirror.mail.subject=\\u00zz");

        assertRejected(
                () -> loader.file(missing),
                "the configuration file " + missing
                        + " cannot be read (NoSuchFileException); name an existing properties file");
        assertRejected(
                () -> loader.file(mangled),
                "the configuration file " + mangled
                        + " cannot be read (IllegalArgumentException); name an existing properties file");
    }

    private Path file(String name, String text) {
        try {
            return Files.writeString(directory.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void assertRejected(Runnable loading, String message) {
        assertThatExceptionOfType(InvalidSettingException.class)
                .isThrownBy(loading::run)
                .withMessage(message);
    }
}
