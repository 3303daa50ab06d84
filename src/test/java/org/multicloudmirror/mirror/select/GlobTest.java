package org.multicloudmirror.mirror.select;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GlobTest {

    private static final String[] PIECES = {
        "a",
        "b",
        "/",
        "-",
        ".",
        "*",
        "**",
        "**/",
        "?",
        "[ab]",
        "[!a]",
        "[^-b]",
        "[a-b/]",
        "[!/]",
        "{a,b}",
        "{",
        ",",
        "}",
        "{a,}",
        "{*,b/}",
        "\\*",
        "\\",
        "\u00e9",
        "\ud83d\ude00",
        "[\u00e9-\ud83d\ude00]",
        "]"
    };

    private static final String[] CHARACTERS = {
        "a", "b", "/", "-", ".", "*", ",", "}", "]", "\n", "\u00e9", "\uffff", "\ud83d\ude00", "\ud83d"
    };

    /** Whoever tries one way after another through these keys is at it for hours, or needs a deep stack. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "*-*-*-*-*-*.tmp",
                "*-*-*-*-*-*-*-*-*-*-*-*[!-]",
                "**-**-**-**-**-**-**-**.tmp",
                "**/**/**/**/**/**/**/x",
                "{-,--,---,*}{-,--,---,*}{-,--,---,*}{-,--,---,*}{-,--,---,*}.tmp",
                "{{*,-}{*,-}{*,-},{*,-}{*,-}{*,-}}{{*,-}{*,-},{*,-}{*,-}}.tmp",
                "*?*?*?*?*?*?*?*?*?*?*?*?*?*?[x]"
            })
    void compareEachCharacterOnce(String text) {
        Glob glob = Glob.parse(text);

        for (String piece : new String[] {"-", "/", "-/", "\u00e9-"}) {
            assertThat(glob.matches(piece.repeat(100_000))).isFalse();
        }
        assertThat(glob.matches("-".repeat(200) + "tmp-")).isFalse();
    }

    @Test
    void takesPatternsOfAnyLength() {
        String names = IntStream.range(0, 400).mapToObj(i -> "name" + i).collect(Collectors.joining(","));
        Glob glob = Glob.parse("**/{" + names + "}.[" + "a-c".repeat(500) + "]");

        assertThat(glob.matches("x/y/name399.b")).isTrue();
        assertThat(glob.matches("name0.c")).isTrue();
        assertThat(glob.matches("x/name400.c")).isFalse();
    }

    @Test
    void matchesAsTheRegularExpressionDoes() {
        long seed = Long.getLong("mirror.test.seed", 11);
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            String text = random(random, PIECES, 7);
            Outcome expected = Outcome.of(() -> GlobAsRegex.parse(text)::matches);
            Outcome glob = Outcome.of(() -> Glob.parse(text)::matches);

            assertThat(glob.problem()).as("seed %s: %s", seed, text).isEqualTo(expected.problem());
            for (int j = 0; j < 20 && expected.problem().isEmpty(); j++) {
                String key = random(random, CHARACTERS, 8);
                assertThat(glob.matches(key))
                        .as("seed %s: %s and %s", seed, text, key)
                        .isEqualTo(expected.matches(key));
            }
        }
    }

    private static String random(Random random, String[] pieces, int most) {
        return random.ints(random.nextInt(most + 1), 0, pieces.length)
                .mapToObj(i -> pieces[i])
                .collect(Collectors.joining());
    }

    /** A pattern, or why there is none. */
    private record Outcome(Predicate<String> pattern, String problem) {

        static Outcome of(Supplier<Predicate<String>> read) {
            try {
                return new Outcome(read.get(), "");
            } catch (InvalidFilterException e) {
                return new Outcome(key -> false, String.valueOf(e.getMessage()));
            }
        }

        boolean matches(String key) {
            return pattern.test(key);
        }
    }
}
