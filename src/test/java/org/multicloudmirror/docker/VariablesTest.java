package org.multicloudmirror.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.multicloudmirror.settings.Setting;
import org.multicloudmirror.settings.SettingsLoader;

/** A mistyped variable would be ignored in silence: each that the containers set or mention is one that is read. */
class VariablesTest {

    private static final Pattern VARIABLE = Pattern.compile("\\bMIRROR_[A-Z0-9_]+");
    private static final Set<String> OF_THE_LAUNCHER = Set.of("MIRROR_JAVA_OPTS", "MIRROR_HOME");

    @Test
    void eachIsASettingOrAPropertyOfAStore() throws Exception {
        Set<String> settings =
                Arrays.stream(Setting.values()).map(Setting::variable).collect(Collectors.toCollection(TreeSet::new));
        Set<String> mentioned = mentioned();
        assertThat(mentioned).contains("MIRROR_STORES_CF_CREDENTIAL", "MIRROR_MAIL_HOST");

        assertThat(mentioned).allSatisfy(variable -> {
            if (variable.startsWith("MIRROR_STORES_")) {
                new SettingsLoader().environment(Map.of(variable, "x"));
            } else if (!OF_THE_LAUNCHER.contains(variable)) {
                assertThat(settings).contains(variable);
            }
        });
    }

    private static Set<String> mentioned() throws IOException {
        Set<String> found = new TreeSet<>();
        for (Path file : files()) {
            VARIABLE.matcher(Files.readString(file)).results().forEach(match -> found.add(match.group()));
        }
        return found;
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("docker"))) {
            return Stream.concat(files.filter(Files::isRegularFile), Stream.of(Path.of("docs/containers.md")))
                    .toList();
        }
    }
}
