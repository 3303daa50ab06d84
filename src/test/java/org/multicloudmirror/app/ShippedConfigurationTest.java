package org.multicloudmirror.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The shipped file is the reference of the settings: it says what the code does, all of it and nothing else. */
class ShippedConfigurationTest {

    private static final Path FILE = Path.of("config/application.properties");
    private static final Set<String> STORES = Set.of("mirror.stores.s3.driver=s3", "mirror.stores.cf.driver=jclouds");

    private final List<String> lines;

    ShippedConfigurationTest() throws IOException {
        this.lines = Files.readAllLines(FILE);
    }

    @ParameterizedTest
    @EnumSource(Setting.class)
    void listsEachSettingWithItsDefaultAndDescription(Setting setting) {
        assertThat(lines)
                .containsSequence("# " + setting.description(), setting.property() + "=" + setting.defaultValue());
    }

    @Test
    void listsNothingElseButTheStores() {
        Set<String> known = Stream.concat(
                        Stream.of(Setting.values()).map(setting -> setting.property() + "=" + setting.defaultValue()),
                        STORES.stream())
                .collect(Collectors.toSet());

        assertThat(lines.stream().filter(line -> !line.isBlank() && !line.startsWith("#")))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(known);
    }

    @Test
    void isReadWithoutAComplaint() {
        Settings settings = new SettingsLoader().file(FILE).load();

        assertThat(settings.stores()).containsExactly("cf", "s3");
        assertThat(settings.number(Setting.PROCESS, 1, 1024)).isEqualTo(4);
    }

    @Test
    void namesEveryPropertyOfAStore() {
        String text = String.join("\n", lines);

        assertThat(text)
                .contains("endpoint", "region", "access-key", "secret-key", "profile", "path-style")
                .contains("provider", "identity", "credential", "options.");
    }
}
