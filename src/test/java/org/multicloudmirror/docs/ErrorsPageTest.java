package org.multicloudmirror.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page of messages quotes what the program says, and leaves out none of the kinds below. */
class ErrorsPageTest {

    private static final SourceTexts SOURCES = SourceTexts.read();

    /** The fixed words of each message. */
    private static final List<String> QUOTED = Page.of(Path.of("docs/errors.md")).rows().stream()
            .flatMap(row -> Page.code(row.get(0)).stream())
            .flatMap(ErrorsPageTest::fixed)
            .toList();

    @Test
    void quotesWhatTheSourcesSay() {
        String all = SOURCES.all();

        assertThat(QUOTED).isNotEmpty();
        assertThat(QUOTED.stream().filter(words -> !all.contains(words))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "LOG.warn(",
                "LOG.error(",
                "new InvalidSettingException(",
                "new InvalidScenarioException(",
                "new EngineException(",
                "new ScenariosFileException(",
                "new AccessDeniedException(",
                "new BucketMissingException(",
                "new RejectedException("
            })
    void leavesOutNone(String call) {
        List<String> said = SOURCES.ofCalls(call).stream()
                .map(ErrorsPageTest::mostTelling)
                .flatMap(Optional::stream)
                .toList();

        assertThat(said).isNotEmpty();
        assertThat(said.stream().filter(words -> !isQuoted(words))).isEmpty();
    }

    private static boolean isQuoted(String words) {
        return QUOTED.stream()
                .anyMatch(quoted -> quoted.contains(words) || (words.contains(quoted) && isTelling(quoted)));
    }

    private static Optional<String> mostTelling(List<String> literals) {
        return literals.stream()
                .flatMap(ErrorsPageTest::fixed)
                .filter(ErrorsPageTest::isTelling)
                .max(Comparator.comparingInt(String::length));
    }

    private static boolean isTelling(String words) {
        return words.split(" ").length > 2;
    }

    /** Cause and remedy often come from two places. */
    private static Stream<String> fixed(String message) {
        return Stream.of(message.split("<[^>]*>|\\{\\}|%s|; "))
                .map(String::strip)
                .filter(words -> words.length() > 2);
    }
}
