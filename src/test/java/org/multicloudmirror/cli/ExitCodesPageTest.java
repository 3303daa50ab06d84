package org.multicloudmirror.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.multicloudmirror.docs.Page;

/** The page of exit codes has each one, and is the only page with a list of them. */
class ExitCodesPageTest {

    private static final Path PAGE = Path.of("docs/exit-codes.md");

    static Stream<Field> codes() {
        return Stream.of(ExitCode.class.getDeclaredFields()).filter(field -> Modifier.isStatic(field.getModifiers()));
    }

    @ParameterizedTest
    @MethodSource("codes")
    void hasEachCode(Field code) throws IllegalAccessException {
        assertThat(Page.of(PAGE).text()).containsPattern("(?m)^\\| %1$d \\||\\b%1$d: ".formatted(code.getInt(null)));
    }

    static Stream<Path> otherPages() {
        return Page.all().stream()
                .map(Page::path)
                // made from the help of the commands
                .filter(path -> !path.equals(PAGE) && !path.endsWith("cli.md"));
    }

    @ParameterizedTest
    @MethodSource("otherPages")
    void isTheOnlyList(Path page) {
        assertThat(Page.of(page).text())
                .doesNotContain("first of 1, 5, 4, 3")
                .doesNotContainPattern("(?m)^\\| [1-5] \\|")
                .doesNotContainPattern("(?m)^#+ Exit codes");
    }
}
