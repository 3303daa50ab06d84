package org.multicloudmirror.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.multicloudmirror.scenario.Overlaps;
import org.multicloudmirror.scenario.ScenarioParser;
import org.multicloudmirror.settings.Setting;
import org.multicloudmirror.settings.Settings;
import org.multicloudmirror.settings.SettingsLoader;
import org.multicloudmirror.testing.Logged;
import org.multicloudmirror.testing.ScheduledText;

class ScenariosFileTest {

    private static final String SCENARIO = "s3://a->cf://b";

    private static final String NAMES = "cron, delete, every, from, mail, max-duration, max-transfer, misfire,"
            + " not-between, poll, scenario, timezone, to";

    private final Path path;
    private final One file;

    /** A file as the service reads it. */
    private record One(Path path, ScenarioSource source) {

        String read() {
            return source.read().text(path);
        }

        List<ScheduledScenario> parse(String text) {
            return source.parse(ScenarioTexts.of(path, text));
        }
    }

    ScenariosFileTest(@TempDir Path directory) {
        path = directory.resolve("scenarios.yaml");
        file = file(false);
    }

    private One file(boolean deletes) {
        Overlaps overlaps = new Overlaps(store -> store, false);
        Settings settings = new SettingsLoader()
                .environment(Map.of("MIRROR_DELETE", String.valueOf(deletes)))
                .load();
        ScenariosFile entries = new ScenariosFile(
                path,
                new ScenarioParser(Set.of("s3", "cf")),
                Stream.of(NAMES.split(", "))
                        .collect(Collectors.toMap(name -> name, name -> name.equals("mail") ? "on-change" : "")),
                Set.of("mirror-copy"),
                settings);
        return new One(
                path,
                new ScenarioSource(
                        path, each -> entries, new ScenarioOverlaps(overlaps, overlaps), each -> each.over(settings)
                                .isOn(Setting.DELETE)));
    }

    /** The examples of commit 5374f15, as a user made them his. */
    @Test
    void readsAFileOfAnEarlierVersion() throws IOException {
        String text = Files.readString(Path.of("src/test/resources/upgrade/5374f15/scenarios.camel.yaml"));

        assertThat(file.parse(text))
                .extracting(ScheduledScenario::name)
                .containsExactly("photos-to-swift", "documents-to-s3", "incoming", "nightly");
    }

    /** Each would delete what the other copies. */
    @Test
    void refusesEntriesThatWriteToOnePlaceWhereExtrasAreDeleted() {
        String text = ScheduledText.of("one", "scenario", "s3://a->cf://x", "every", "1m")
                + ScheduledText.of("two", "scenario", "s3://b->cf://x/sub", "every", "1m");

        ScenariosFileException refused = catchThrowableOfType(
                ScenariosFileException.class, () -> file(true).parse(text));

        assertThat(refused.lines())
                .singleElement()
                .asString()
                .startsWith(path + ":")
                .endsWith(": Scenario \"s3://b->cf://x/sub/\": its destination cf://x/sub/ is inside that of"
                        + " \"s3://a->cf://x\", and with --delete each deletes what the other copies;"
                        + " give each a prefix of its own, or leave out --delete");
    }

    @Test
    void oneThatDeletesIsEnough() {
        String one = ScheduledText.of("one", "scenario", "s3://a->cf://x", "every", "1m", "delete", "true");
        String two = ScheduledText.of("two", "scenario", "s3://b->cf://x", "every", "1m");
        String three = ScheduledText.of("three", "scenario", "s3://b->cf://y", "every", "1m");

        assertThat(complaints(one + two))
                .singleElement()
                .asString()
                .startsWith(path + ":12: Scenario \"s3://b->cf://x\"");
        assertThat(complaints(two + one)).hasSize(1);
        assertThat(file.parse(one + three)).hasSize(2);
    }

    @Test
    void onlyWarnsOfThemWhereNothingIsDeleted() {
        String text = ScheduledText.of("one", "scenario", "s3://a->cf://x", "every", "1m")
                + ScheduledText.of("two", "scenario", "s3://b->cf://x", "every", "1m");

        try (Logged logged = Logged.of(ScenarioOverlaps.class)) {
            assertThat(file.parse(text)).hasSize(2);
            assertThat(logged.lines()).singleElement().asString().contains("its destination cf://x is also that of");
        }
    }

    @Test
    void anEntryBecomesAScenarioWithTheTemplatesDefaults() {
        ScheduledScenario scheduled = file.parse(ScheduledText.of("it", "scenario", "s3://a/x->cf://b", "every", "1m"))
                .get(0);

        assertThat(scheduled.name()).isEqualTo("it");
        assertThat(scheduled.line()).isEqualTo(2);
        assertThat(scheduled.scenario()).hasToString("s3://a/x/->cf://b");
        assertThat(scheduled.trigger()).startsWith("scheduler:it?");
        assertThat(mailWhen(scheduled)).isEqualTo("on-change");
        assertThat(scheduled.parameters())
                .isEqualTo(Map.of("scenario", "s3://a/x->cf://b", "every", "1m", "mail", "on-change"));
    }

    @Test
    void anEntrysOwnMailPolicyWins() {
        assertThat(file.parse(ScheduledText.of("it", "scenario", SCENARIO, "every", "1m", "mail", "on-failure")))
                .extracting(ScenariosFileTest::mailWhen)
                .containsExactly("on-failure");
    }

    private static String mailWhen(ScheduledScenario scheduled) {
        return scheduled.over(new SettingsLoader().load()).text(Setting.MAIL_WHEN);
    }

    @Test
    void whereAnEntryIsWrittenMakesItNoOther() {
        String text = ScheduledText.of("it", "scenario", SCENARIO, "every", "1m");
        ScheduledScenario here = file.parse(text).get(0);

        assertThat(here.isSameAs(file.parse("\n# moved\n" + text).get(0))).isTrue();
        assertThat(here.isSameAs(file.parse(text.replace("1m", "60s")).get(0))).isFalse();
        assertThat(here.isSameAs(file.parse(text.replace(": it", ": that")).get(0)))
                .isFalse();
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                arguments(
                        List.of("scenario", SCENARIO, "every", "1m", "evry", "1m"),
                        10,
                        "there is no parameter \"evry\"; write one of " + NAMES),
                arguments(
                        List.of("every", "1m"),
                        2,
                        "the parameter \"scenario\" is missing; add it, such as s3://photos->cf://photos"),
                arguments(
                        List.of("scenario", SCENARIO, "every", "{{env:SPAN}}"),
                        8,
                        "every holds \"{{\", which Camel would replace; write the value itself"),
                arguments(
                        List.of("scenario", "s3://a", "every", "1m"),
                        6,
                        "Scenario \"s3://a\": it has no \"->\"; write it as s3://bucket[/prefix]->cf://container[/prefix]"),
                arguments(
                        List.of("scenario", SCENARIO, "every", "1m", "poll", "1m"),
                        10,
                        "every and poll are both there; write one of cron, every and poll"),
                arguments(
                        List.of("scenario", SCENARIO),
                        2,
                        "nothing says when it runs; write one of cron, every and poll"),
                arguments(
                        List.of("scenario", SCENARIO, "cron", "0 0 9 * * ?", "not-between", "08:00-18:00"),
                        8,
                        "cron is \"0 0 9 * * ?\"; write times outside of not-between (08:00-18:00), in which nothing"
                                + " begins"),
                arguments(
                        List.of("scenario", SCENARIO, "every", "1m", "not-between", "00:00-12:00, 12:00-24:00"),
                        10,
                        "not-between is \"00:00-12:00, 12:00-24:00\"; write times that leave some of the week"),
                arguments(
                        List.of("scenario", SCENARIO, "every", "1m", "to", "joe@a.com,ann@"),
                        10,
                        "to is \"joe@a.com,ann@\"; write an address such as joe@example.com or Joe <joe@example.com>;"
                                + " several are separated by commas"),
                arguments(
                        List.of("scenario", SCENARIO, "every", "1m", "from", "joe@a.com, ann@b.com"),
                        10,
                        "from is \"joe@a.com, ann@b.com\"; write an address such as joe@example.com or Joe"
                                + " <joe@example.com>"),
                arguments(
                        List.of("mail", "never", "every", "1m", "scenario", SCENARIO),
                        6,
                        "mail is \"never\"; write one or more of always, on-change, on-failure, on-recovery"),
                arguments(
                        List.of("scenario", SCENARIO, "every", "1m", "delete", "maybe"),
                        10,
                        "delete is \"maybe\"; write true or false"),
                arguments(
                        List.of("scenario", SCENARIO, "every", "1m", "max-duration", "2 h"),
                        10,
                        "max-duration is \"2 h\"; write a number with a unit of s, m, h, d or w, such as 15m or 7d"),
                arguments(
                        List.of("scenario", SCENARIO, "every", "1m", "max-transfer", "much"),
                        10,
                        "max-transfer is \"much\"; write a size such as 5368709120 or 5G"),
                arguments(
                        List.of("scenario", SCENARIO, "every", "soon"),
                        8,
                        "every is \"soon\"; write a span from 1s to 366d, such as 30s, 15m, 4h or 1d"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void aMistakeIsToldWithFileAndLine(List<String> parameters, int line, String problem) {
        assertThat(complaints(ScheduledText.of("it", parameters.toArray(String[]::new))))
                .containsExactly(path + ":" + line + ": " + problem);
    }

    @Test
    void aNameCanBeThereOnce() {
        String text = ScheduledText.of("it", "scenario", SCENARIO, "every", "1m");

        assertThat(complaints(text + text)).containsExactly(path + ":10: routeId \"it\" is there twice; rename one");
    }

    @Test
    void aNameThatARouteHasIsNotToBeHad() {
        assertThat(complaints(ScheduledText.of("mirror-copy", "scenario", SCENARIO, "every", "1m")))
                .containsExactly(path + ":2: routeId \"mirror-copy\" is that of a route in routes/; write another");
    }

    @Test
    void allMistakesAreToldAtOnceInTheirOrder() {
        String text = ScheduledText.of("one", "scenario", "nonsense", "every", "1m")
                + ScheduledText.of("two", "scenario", SCENARIO, "every", "1m")
                + ScheduledText.of("a b", "scenario", SCENARIO, "every", "1m", "colour", "red")
                + ScheduledText.of("two", "scenario", SCENARIO, "poll", "never");

        assertThat(complaints(text))
                .extracting(line -> line.substring(path.toString().length()))
                .satisfiesExactly(
                        one -> assertThat(one).startsWith(":6: Scenario \"nonsense\": "),
                        name -> assertThat(name).startsWith(":19: routeId is \"a b\"; "),
                        colour -> assertThat(colour).startsWith(":26: there is no parameter \"colour\"; "),
                        twice -> assertThat(twice).isEqualTo(":28: routeId \"two\" is there twice; rename one"),
                        poll -> assertThat(poll).startsWith(":34: poll is \"never\"; "));
    }

    @Test
    void aComplaintIsOneLineWhateverIsQuoted() {
        String text = ScheduledText.of("\"x\\ny: \\e[2J\"", "scenario", SCENARIO, "every", "1m\\r\\nERROR");

        assertThat(complaints(text))
                .satisfiesExactly(
                        name -> assertThat(name).contains(":3: routeId is \"x\\u000ay: \\u001b[2J\"; "),
                        span -> assertThat(span).contains(":8: every is \"1m\\u000d\\u000aERROR\"; "));
    }

    @Test
    void aFileThatCannotBeReadIsTold() throws IOException {
        String remedy = "; restore it, or set mirror.scenarios to a text file in UTF-8";

        assertThat(unreadable()).containsExactly(path + " cannot be read (no such file or directory)" + remedy);
        Files.write(path, new byte[] {'#', (byte) 0xfc, '\n'});
        assertThat(unreadable()).containsExactly(path + " cannot be read (it is not UTF-8)" + remedy);
    }

    @Test
    void aFileIsReadAsItIs() throws IOException {
        Files.writeString(path, "# grüße\r\n");

        assertThat(file.read()).isEqualTo("# grüße\r\n");
        assertThat(file.parse(file.read())).isEmpty();
    }

    private List<String> complaints(String text) {
        return catchThrowableOfType(ScenariosFileException.class, () -> file.parse(text))
                .lines();
    }

    private List<String> unreadable() {
        return catchThrowableOfType(ScenariosFileException.class, file::read).lines();
    }
}
