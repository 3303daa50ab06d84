package org.multicloudmirror.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsLoaderTest {

    private static final String STORE_PROPERTIES = "[access-key, anonymous, credential, driver, endpoint, headers,"
            + " identity, interface, path-style, profile, provider, region, secret-key, session-token, storage-policy,"
            + " storage-url]";

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

    /** Some editors put a mark at the head of a file. */
    @Test
    void passesByAByteOrderMark() {
        Path secret = file("secret", "\ufeffkey\n");
        Settings settings = loader.file(
                        file("marked", "\ufeffmirror.process=5\nmirror.stores.s3.secret-key=file:" + secret))
                .load();

        assertThat(settings.text(Setting.PROCESS)).isEqualTo("5");
        assertThat(settings.ofStore("s3", StoreProperty.SECRET_KEY)).isEqualTo("key");
    }

    /** Each setting and property of a store that commit 5374f15 knew, with another value than its default. */
    @Test
    void takesAFileOfAnEarlierVersion() {
        Path earlier = Path.of("src/test/resources/upgrade/5374f15/application.properties");

        Settings settings = loader.file(earlier).load();

        SettingsLoader.read(earlier).forEach((name, text) -> assertThat(settings.property(name.toString(), ""))
                .isEqualTo(text));
        assertThat(settings.stores()).containsExactly("archive", "cf", "named", "rack", "s3");
        assertThat(settings.ofStore("archive", StoreProperty.REGION)).isEqualTo("eu-central-1");
        assertThat(settings.optionsOf("rack")).containsEntry("jclouds.trust-all-certs", "false");
    }

    /** It may be a variable of a script that is not set. */
    @Test
    void refusesAnOptionWithoutAValue() {
        assertThatExceptionOfType(InvalidSettingException.class)
                .isThrownBy(() -> loader.option("--backup-prefix", Setting.BACKUP_PREFIX, ""))
                .withMessage("--backup-prefix is empty; give it a value, or leave it out");
    }

    @Test
    void readsFilesInUtf8() {
        loader.file(file("one", "mirror.mail.subject = Grüße \nmirror.mail.to=\ncamel.main.name=x"));

        assertThat(loader.load().text(Setting.MAIL_SUBJECT)).isEqualTo("Grüße");
        assertThat(loader.load().text(Setting.MAIL_TO)).isEmpty();
        assertThat(loader.load().property("camel.main.name", "")).isEqualTo("x");
    }

    @ParameterizedTest
    @CsvSource({"MIRROR_MAIL_FROM, MAIL_FROM", "MIRROR_HTTP_CA, HTTP_CA", "MIRROR_STATE_DIR, STATE_DIR"})
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

        assertThat(loader.load().ofStore("s3", StoreProperty.ACCESS_KEY)).isEqualTo("key");
        assertThat(loader.load().ofStore("old", StoreProperty.PATH_STYLE)).isEqualTo("true");
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
        assertThat(loader.load().optionsOf("My-Swift_2"))
                .containsOnly(Map.entry("jclouds.keystone.version", "3"), Map.entry("jclouds.regions", "a"));
    }

    @Test
    void warnsOfAVariableThatIsNoSetting() {
        SettingsLoader loader = new SettingsLoader()
                .environment(Map.of(
                        "MIRROR_PROCES", "5", "MIRROR_HOME", "/x", "MIRROR_STORES_S3_REGION", "r", "OTHER", "1"));

        assertThat(loader.load().warnings())
                .containsExactly("the environment variable MIRROR_PROCES is no setting (did you mean"
                        + " \"MIRROR_PROCESS\"?); it is ignored");
    }

    @Test
    void warnsOfACommentBehindAValue() {
        Path written = file("one", """
                # a comment on a line of its own
                mirror.stores.s3.session-token=abc      # of temporary keys only
                mirror.stores.s3.region = eu-central-1 # near us
                mirror.mail.subject=Run #5
                mirror.filters=+ keep/**\\n # a comment among the rules\\n- **.tmp
                """);

        assertThat(loader.file(written).load().warnings())
                .filteredOn(warning -> !warning.contains("everyone on this machine"))
                .containsExactlyInAnyOrder(
                        written + ":2: mirror.stores.s3.session-token has a # behind its value, which counts as part of"
                                + " the value; put the comment on a line of its own",
                        written + ":3: mirror.stores.s3.region has a # behind its value, which counts as part of the"
                                + " value; put the comment on a line of its own");
    }

    @Test
    void takesAValueFromTheFileThatItNames() throws IOException {
        Path secret = file("key", "  s3cret\n");
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-------"));
        loader.environment(Map.of(
                "MIRROR_STORES_S3_SECRET_KEY", "file:" + secret,
                "MIRROR_MAIL_TO", "file://" + secret));

        Settings settings = loader.load();

        assertThat(settings.ofStore("s3", StoreProperty.SECRET_KEY)).isEqualTo("s3cret");
        assertThat(settings.originOf("s3", StoreProperty.SECRET_KEY))
                .isEqualTo(secret + ", named by the environment variable MIRROR_STORES_S3_SECRET_KEY");
        assertThat(settings.text(Setting.MAIL_TO)).isEqualTo("s3cret");
        assertThat(settings.warnings()).isEmpty();
    }

    @Test
    void rejectsAValueWhoseFileIsMissing() {
        Path missing = directory.resolve("missing");

        assertRejected(
                () -> loader.environment(Map.of("MIRROR_STORES_CF_CREDENTIAL", "file:" + missing)),
                "the environment variable MIRROR_STORES_CF_CREDENTIAL sets mirror.stores.cf.credential to the content"
                        + " of " + missing + ", which cannot be read (no such file or directory); write file: and the"
                        + " absolute path of a text file, or the value itself");
    }

    @Test
    void warnsOfSecretsThatEveryoneCanRead() throws IOException {
        Path open = file("open", "mirror.stores.s3.secret-key=x\nmirror.mail.password=y");
        Path named = file("named", "z");
        Path closed = file("closed", "mirror.stores.s3.secret-key=file:" + named);
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rw-r--r--"));
        Files.setPosixFilePermissions(named, PosixFilePermissions.fromString("rw-r--r--"));

        assertThat(loader.file(open).load().warnings())
                .containsExactly(
                        open + " holds a secret and can be read by everyone on this machine; chmod 600 " + open);
        assertThat(new SettingsLoader().file(closed).load().warnings())
                .as("the file that names another holds no secret itself")
                .containsExactly(
                        named + " holds a secret and can be read by everyone on this machine; chmod 600 " + named);
        assertThat(new SettingsLoader()
                        .silentOnSecrets()
                        .file(open)
                        .file(closed)
                        .load()
                        .warnings())
                .isEmpty();
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rw-r-----"));
        assertThat(new SettingsLoader().file(open).load().warnings()).isEmpty();
    }

    @Test
    void rejectsUnknownSetting() {
        Path file = file("one", "mirror.proces=5");

        assertRejected(
                () -> loader.file(file),
                file
                        + " sets mirror.proces, which is no setting (did you mean \"mirror.process\"?); config/application.properties lists them all");
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
    void knowsAStoreByItsProperty() {
        Path file = file("one", "mirror.stors.s3.access-key=x");

        assertRejected(
                () -> loader.file(file),
                file + " sets mirror.stors.s3.access-key, which is no setting (did you mean"
                        + " \"mirror.stores.s3.access-key\"?); config/application.properties lists them all");
    }

    @Test
    void rejectsUnknownStoreProperty() {
        Path file = file("one", "mirror.stores.s3.acess-key=x");

        assertRejected(
                () -> loader.file(file),
                file
                        + " sets mirror.stores.s3.acess-key, and a store has no \"acess-key\" (did you mean \"access-key\"?); use one of "
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
                        + " cannot be read (no such file or directory); name an existing properties file");
        assertRejected(
                () -> loader.file(mangled),
                "the configuration file " + mangled
                        + " cannot be read (Malformed \\uxxxx encoding.); name an existing properties file");
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
