package org.multicloudmirror.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.multicloudmirror.testing.Generated;

/** The shipped configuration and the reference say what the code does: they are made from it. */
class ReferenceTest {

    private static final Path SHIPPED = Path.of("config/application.properties");

    @Test
    void theShippedConfigurationListsEachSetting() throws IOException {
        Generated.assertUpToDate(SHIPPED, shipped());
    }

    @Test
    void theReferenceListsEachSettingAndStoreProperty() throws IOException {
        Generated.assertUpToDate(Path.of("docs/configuration.md"), reference());
    }

    @Test
    void theShippedConfigurationIsReadWithoutAComplaint() {
        Settings settings = new SettingsLoader().file(SHIPPED).load();

        assertThat(settings.stores()).containsExactly("cf", "s3");
        assertThat(settings.number(Setting.PROCESS)).isEqualTo(4);
        assertThat(settings.warnings()).isEmpty();
    }

    private static String shipped() {
        StringBuilder text = new StringBuilder("""
                # Every setting with its default. A value here is overridden by --config files, then by environment variables (the
                # name in upper case with _ for . and -, such as MIRROR_PROCESS), then by the options of the command line. A value
                # may be kept in a file of its own: file:/run/secrets/password. docs/configuration.md has all of this as a table.
                """);
        String group = "";
        for (Setting setting : Setting.values()) {
            String next = group(setting);
            text.append(next.equals(group) ? "" : "\n")
                    .append("# ")
                    .append(setting.description())
                    .append('\n')
                    .append(setting.property())
                    .append('=')
                    .append(setting.defaultValue())
                    .append('\n');
            group = next;
        }
        text.append("""

                # The stores. s3 and cf are there out of the box; a new name needs a driver, s3 or jclouds.
                mirror.stores.s3.driver=s3
                mirror.stores.cf.driver=jclouds
                # Each property of a store, and what holds when it is not set:
                """);
        for (StoreProperty property : StoreProperty.values()) {
            text.append("#   %-14s %s; otherwise: %s%n"
                    .formatted(property.property(), property.description(), property.otherwise()));
        }
        return text.append("#   options.<any jclouds property>\n").toString();
    }

    private static String reference() {
        StringBuilder text = new StringBuilder("""
                # Configuration

                Made from the code; `config/application.properties` ships with the same list. Later places win: the defaults, that
                file, `--config` files in their order, environment variables, options of the command line. Any value may be
                `file:/path`: the text of that file, as container platforms mount secrets. A setting that is not known, or not usable,
                ends the program before anything is touched.

                ## Settings

                | property | default | what it does | option | environment |
                |---|---|---|---|---|
                """);
        for (Setting setting : Setting.values()) {
            text.append("| `%s` | %s | %s | %s | `%s` |%n"
                    .formatted(
                            setting.property(),
                            code(setting.defaultValue()),
                            cell(setting.description()),
                            setting.option().map(option -> code(option.name())).orElse(""),
                            setting.variable()));
        }
        text.append("""

                ## Stores

                Below `mirror.stores.NAME.`, or as `MIRROR_STORES_NAME_<PROPERTY>` for a name of letters and digits. `s3` and `cf` are
                there out of the box; any other name is a store as soon as it has a driver.

                | property | driver | what it is | when it is not set | environment of store `s3` or `cf` |
                |---|---|---|---|---|
                """);
        for (StoreProperty property : StoreProperty.values()) {
            String store = property.driver().equals("jclouds") ? "cf" : "s3";
            text.append("| `%s` | %s | %s | %s | `%s` |%n"
                    .formatted(
                            property.property(),
                            property.driver(),
                            cell(property.description()),
                            cell(property.otherwise()),
                            Setting.variableOf("mirror.stores." + store + "." + property.property())));
        }
        return text.append("""
                | `options.<jclouds property>` | jclouds | any property of jclouds, by its own name | | none |

                Camel's own properties (`camel.component.aws2-s3.*`, `camel.main.*`, ...) go into the same files.
                `MIRROR_JAVA_OPTS` adds options of the JVM, `MIRROR_HOME` names the directory with `routes/` and
                `config/`.
                """).toString();
    }

    /** Settings of the report, the mail, the network and the service stand apart. */
    private static String group(Setting setting) {
        return Stream.of("report", "mail", "http", "observe")
                .filter(part -> setting.property().startsWith("mirror." + part))
                .findFirst()
                .orElse("");
    }

    private static String code(String text) {
        return text.isEmpty() ? "" : "`" + text + "`";
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace("<", "&lt;");
    }
}
