package org.multicloudmirror.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.multicloudmirror.service.YamlEntry.Parameter;
import org.multicloudmirror.testing.ScheduledText;

class YamlEntriesTest {

    private static final String TWO = """
            # what goes out
            - templatedRoute:
                routeTemplateRef: scenario
                routeId: out
                parameters:
                  - name: scenario
                    value: "s3://a->cf://b"
                  - name: every
                    value: 15m

            - templatedRoute:
                parameters: [{name: scenario, value: 's3://a -> b'}, {name: poll, value: " 1m "}]
                routeId: "in.2-x_Y"
                routeTemplateRef: "scenario"
            """;
    private static final String FORM = "; the examples in routes/scenarios.camel.yaml show the form";
    private static final String NO_LIST = "the file is no list; begin each scenario with \"- templatedRoute:\"" + FORM;
    private static final String NO_SCENARIO = "this is no scenario; begin it with \"- templatedRoute:\", or put a route"
            + " of your own into another file routes/*.camel.yaml";
    private static final String PAIR = "a parameter has a name and a value, each one text" + FORM;

    private final List<Mistake> mistakes = new ArrayList<>();

    static Stream<String> sameTexts() {
        return Stream.of(TWO, TWO.replace("\n", "\r\n"), "\uFEFF" + TWO, "---\n" + TWO.substring(16));
    }

    @ParameterizedTest
    @MethodSource("sameTexts")
    void entriesHaveTheirLines(String text) {
        assertThat(YamlEntries.read(text, mistakes))
                .containsExactly(
                        new YamlEntry(
                                "out",
                                3,
                                Map.of(
                                        "scenario",
                                        new Parameter("s3://a->cf://b", 7),
                                        "every",
                                        new Parameter("15m", 9))),
                        new YamlEntry(
                                "in.2-x_Y",
                                12,
                                Map.of("scenario", new Parameter("s3://a -> b", 12), "poll", new Parameter("1m", 12))));
        assertThat(mistakes).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "# nothing\n#- yet\n", "---\n", "[]", "\uFEFF", "\r\n# x\r\n"})
    void aTextWithoutEntriesIsNoMistake(String text) {
        assertThat(YamlEntries.read(text, mistakes)).isEmpty();
        assertThat(mistakes).isEmpty();
    }

    static Stream<Arguments> broken() {
        return Stream.of(
                arguments("- a: [1\n- b: 2\n", 2, "while parsing a flow sequence, expected ',' or ']', but got :"),
                arguments(
                        "- a:\n\t- b\n",
                        2,
                        "while scanning for the next token, found character '\\t(TAB)' that cannot start any token. (Do"
                                + " not use \\t(TAB) for indentation)"),
                arguments(
                        "- a: 1\n  b: 2\n c: 3\n",
                        3,
                        "while parsing a block collection, expected <block end>, but found '<block mapping start>'"),
                arguments("# x\n\n- a: 'b\n", 4, "while scanning a quoted scalar, found unexpected end of stream"),
                arguments("- a\n---\n- b\n", 2, "expected a single document in the stream, but found another document"),
                arguments("\n- *x\n", 2, "found undefined alias x"),
                arguments("\n- \"\\u", 2, "it ends within an escaped character"),
                arguments("\n- \"\\x", 2, "it ends within an escaped character"),
                arguments("\r\r- \"\\U", 3, "it ends within an escaped character"),
                arguments("\n- !%20 a\n- b", 2, "Tag must not contain leading or trailing spaces."),
                arguments("\n- !a%4", 2, "Tag must not contain leading or trailing spaces."),
                arguments("- a\n- b: \u0007\n- c", 2, "special characters are not allowed"),
                arguments("- a\r- b: \u0007\r- c", 2, "special characters are not allowed"),
                arguments("- a\r\n- \ud834\udd1e\r\n- b: \u0007\n", 3, "special characters are not allowed"));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void brokenYamlIsToldWithItsLine(String text, int line, String problem) {
        assertThat(YamlEntries.read(text, mistakes)).isEmpty();
        assertThat(mistakes).containsExactly(new Mistake(line, "not well-formed YAML: " + problem));
    }

    static Stream<Arguments> escapes() {
        String scanning = "while scanning a double-quoted scalar, ";
        return Stream.of(
                arguments("\\UFFFFFFFF", "found unknown escape character FFFFFFFF"),
                arguments("\\U80000000", "found unknown escape character 80000000"),
                arguments("\\U00110000", scanning + "found unknown escape character 00110000"),
                arguments("\\x4", scanning + "expected escape sequence of 2 hexadecimal numbers, but found: 4\""),
                arguments("\\uD80x", scanning + "expected escape sequence of 4 hexadecimal numbers, but found: D80x"),
                arguments("\\q", scanning + "found unknown escape character q(113)"));
    }

    /** Of the place where it begins, however lines end. */
    @ParameterizedTest
    @MethodSource("escapes")
    void anEscapeThatIsNoCharacterIsToldWithItsLine(String escape, String problem) {
        for (String end : List.of("\n", "\r", "\r\n")) {
            List<Mistake> found = new ArrayList<>();
            String text = String.join(
                    end, "# \ud83d\ude00", "- a: 1", "- b: \"c", "    d", "    " + escape + "\"", "- e", "");

            assertThat(YamlEntries.read(text, found)).isEmpty();
            assertThat(found).containsExactly(new Mistake(5, "not well-formed YAML: " + problem));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\uD83D\\uDE00", "\\U0001F600"})
    void anEscapedCharacterMayBeOfTwoHalves(String escape) {
        String text = well().replaceFirst("value: .*", "value: \"" + escape.replace("\\", "\\\\") + "\"");

        assertThat(YamlEntries.read(text, mistakes).get(0).text("every")).isEqualTo("\ud83d\ude00");
        assertThat(mistakes).isEmpty();
    }

    static Stream<Arguments> misshapen() {
        return Stream.of(
                arguments("# x\ntemplatedRoute:\n  routeId: x\n", 2, NO_LIST),
                arguments("\nhello\n", 2, NO_LIST),
                arguments("\n- hello\n", 2, NO_SCENARIO),
                arguments("- templatedRoute\n", 1, NO_SCENARIO),
                arguments(
                        well().replace("templatedRoute:", "route:"),
                        1,
                        "\"route\" has no place here; write templatedRoute"),
                arguments(
                        well().replace("routeTemplateRef: scenario", "routeTemplateRef: other"),
                        2,
                        "routeTemplateRef is \"other\"; write routeTemplateRef: scenario"),
                arguments(
                        well().replace("    routeTemplateRef: scenario\n", ""),
                        2,
                        "routeTemplateRef is \"\"; write routeTemplateRef: scenario"),
                arguments(
                        well().replace("routeId: it", "routeId: my photos"),
                        3,
                        "routeId is \"my photos\"; write a name of letters, digits, \".\", \"_\" and \"-\", 100 at"
                                + " most, which begins with a letter or digit"),
                arguments(
                        well().replace("routeId: it", "routeId: " + "n".repeat(101)),
                        3,
                        "routeId is \"" + "n".repeat(101)
                                + "\"; write a name of letters, digits, \".\", \"_\" and \"-\","
                                + " 100 at most, which begins with a letter or digit"),
                arguments(
                        well().replace("    routeId: it\n", ""),
                        2,
                        "routeId is missing; write a name of letters, digits, \".\", \"_\" and \"-\", 100 at"
                                + " most, which begins with a letter or digit"),
                arguments(
                        well().replace("routeId: it", "routeId: it\n    prefixId: x"),
                        4,
                        "\"prefixId\" has no place here; write parameters, routeId, routeTemplateRef"),
                arguments(
                        well().replace("routeId: it", "routeId: it\n    routeId: other"),
                        4,
                        "\"routeId\" is there twice; remove one"),
                arguments(well() + "    parameters: []\n", 7, "\"parameters\" is there twice; remove one"),
                arguments(well().replaceFirst("(?s)    parameters.*", ""), 2, "there is no list of parameters" + FORM),
                arguments(
                        well().replaceFirst("(?s)parameters.*", "parameters:\n      every: 1m\n"),
                        5,
                        "there is no list of parameters" + FORM),
                arguments(well().replaceFirst("(?s)\n        value.*", "\n"), 5, PAIR),
                arguments(well().replaceFirst("value: .*", "value: [1m]"), 5, PAIR),
                arguments(well().replaceFirst("value: .*", "value: {a: 1m}"), 5, PAIR),
                arguments(well() + "      - every: 1m\n", 7, "\"every\" has no place here; write name, value"),
                arguments(
                        well() + "      - name: every\n        value: 2m\n",
                        7,
                        "the parameter \"every\" is there twice; remove one"));
    }

    @ParameterizedTest
    @MethodSource("misshapen")
    void whatHasNoPlaceIsToldWithItsLine(String text, int line, String problem) {
        YamlEntries.read(text, mistakes);

        assertThat(mistakes).first().isEqualTo(new Mistake(line, problem));
    }

    @Test
    void tellsWhatIsNestedTooDeeply() {
        assertThat(YamlEntries.read("[".repeat(100_000), mistakes)).isEmpty();

        assertThat(mistakes).containsExactly(new Mistake(1, "not well-formed YAML: it is nested too deeply"));
    }

    /** Wherever in the file they stand. */
    @ParameterizedTest
    @ValueSource(ints = {1020, 1021, 1022, 1023, 1024, 1025, 1026})
    void readsCharactersBeyondTheBasicPlane(int at) {
        String comment = "# ";
        String text = comment + "x".repeat(at - comment.length()) + "\ud83d\ude00".repeat(3_000) + "\n" + TWO;

        assertThat(YamlEntries.read(text, mistakes)).hasSize(2);
        assertThat(mistakes).isEmpty();
    }

    private static String well() {
        return ScheduledText.of("it", "every", "1m");
    }
}
