package org.multicloudmirror.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.multicloudmirror.settings.SettingsLoader;

/** Each line of a properties file that the documentation shows is a setting, and has nothing behind its value. */
class DocumentedSettingsTest {

    private static final Pattern LINE = Pattern.compile("(?m)^ {4,}(mirror\\.[\\w.-]+=.*)$");

    static Stream<Arguments> lines() {
        return Page.all().stream()
                .flatMap(
                        page -> LINE.matcher(page.text()).results().map(line -> arguments(page.path(), line.group(1))));
    }

    @ParameterizedTest
    @MethodSource("lines")
    void isTaken(Path page, String line, @TempDir Path directory) throws IOException {
        // those files are not here
        String here =
                line.replaceFirst("(?<=[.]url=)file:.*", "https://localhost").replaceFirst("=file:.*", "=+ x");
        Path file = Files.writeString(directory.resolve("one.properties"), here);

        assertThat(new SettingsLoader().file(file).load().warnings())
                .as("%s: %s", page, line)
                .noneMatch(warning -> warning.contains(" has a # behind its value"));
    }
}
