package org.multicloudmirror.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.multicloudmirror.scenario.Scenario;
import org.multicloudmirror.scenario.ScenarioParser;
import org.multicloudmirror.service.Triggers.UnusableException;

class TriggersTest {

    private static final String ONE_OF_THREE = "write one of cron, every and poll";
    private static final String SPAN = "write a span from 1s to 366d, such as 30s, 15m, 4h or 1d";
    private static final String EXPRESSION =
            "write a Quartz expression such as 0 30 0/4 * * ? (second minute hour day month weekday): ";

    private final Scenario scenario = new ScenarioParser(Set.of("s3", "cf")).parse("s3://photos/2026->cf://photos");

    @Test
    void cronRunsWhatItMissedOnce() {
        assertThat(trigger(Map.of("cron", "0 30 0/4 * * ?", "timezone", "UTC")))
                .isEqualTo("quartz:scenario/it?stateful=true&cron=0+30+0%2F4+*+*+%3F&trigger.timeZone=RAW(UTC)"
                        + "&trigger.misfireInstruction=1");
    }

    @Test
    void cronHasAZoneAndSkipsWhatItMissed() {
        assertThat(trigger(Map.of("cron", "0 0 3 ? * MON-FRI", "timezone", "Europe/Berlin", "misfire", "skip")))
                .isEqualTo("quartz:scenario/it?stateful=true&cron=0+0+3+%3F+*+MON-FRI"
                        + "&trigger.timeZone=RAW(Europe/Berlin)&trigger.misfireInstruction=2");
    }

    @ParameterizedTest
    @CsvSource({"1s, 1000", "90s, 90000", "15m, 900000", "4h, 14400000", "366d, 31622400000"})
    void everyBeginsAtOnceAndCountsFromTheEnd(String span, long millis) {
        assertThat(trigger(Map.of("every", span)))
                .isEqualTo("scheduler:it?initialDelay=0&useFixedDelay=true&delay=" + millis);
    }

    @Test
    void pollLooksAtTheSource() {
        assertThat(trigger(Map.of("poll", "1m")))
                .isEqualTo("objectstore:changes?location=RAW(s3://photos/2026/)&initialDelay=0&useFixedDelay=true"
                        + "&delay=60000&diff=false&pollStrategy=#pausedPolls");
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                arguments(Map.of(), "cron", "nothing says when it runs; " + ONE_OF_THREE),
                arguments(
                        Map.of("every", "1m", "poll", "1m"), "poll", "every and poll are both there; " + ONE_OF_THREE),
                arguments(
                        Map.of("cron", "0 0 3 * * ?", "every", "1m"),
                        "every",
                        "cron and every are both there; " + ONE_OF_THREE),
                arguments(Map.of("every", "0m"), "every", "every is \"0m\"; " + SPAN),
                arguments(Map.of("every", "15"), "every", "every is \"15\"; " + SPAN),
                arguments(Map.of("every", "-1m"), "every", "every is \"-1m\"; " + SPAN),
                arguments(Map.of("every", "1.5h"), "every", "every is \"1.5h\"; " + SPAN),
                arguments(Map.of("every", "367d"), "every", "every is \"367d\"; " + SPAN),
                arguments(Map.of("poll", "999999999d"), "poll", "poll is \"999999999d\"; " + SPAN),
                arguments(Map.of("poll", "1w"), "poll", "poll is \"1w\"; " + SPAN),
                arguments(
                        Map.of("cron", "30 4 * * *"),
                        "cron",
                        "cron is \"30 4 * * *\"; " + EXPRESSION + "Unexpected end of expression."),
                arguments(
                        Map.of("cron", "0 0 3 * * *"),
                        "cron",
                        "cron is \"0 0 3 * * *\"; " + EXPRESSION
                                + "Support for specifying both a day-of-week AND a day-of-month parameter is not"
                                + " implemented."),
                arguments(
                        Map.of("cron", "0 0 25 * * ?"),
                        "cron",
                        "cron is \"0 0 25 * * ?\"; " + EXPRESSION + "Hour values must be between 0 and 23"),
                arguments(
                        Map.of("cron", "0 0 3 1 1 ? 2020"),
                        "cron",
                        "cron is \"0 0 3 1 1 ? 2020\"; write a time that is yet to come"),
                arguments(
                        Map.of("cron", "0 0 3 * * ?", "timezone", "Europe/Berlni"),
                        "timezone",
                        "timezone is \"Europe/Berlni\"; write a name such as Europe/Berlin or UTC"),
                arguments(
                        Map.of("cron", "0 0 3 * * ?", "misfire", "twice"),
                        "misfire",
                        "misfire is \"twice\"; write run-once or skip"),
                arguments(
                        Map.of("every", "1m", "timezone", "UTC"),
                        "timezone",
                        "timezone is \"UTC\"; write it for cron and not-between only, or remove it"),
                arguments(
                        Map.of("poll", "1m", "misfire", "skip"),
                        "misfire",
                        "misfire is \"skip\"; write it for cron only, or remove it"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void aMistakeNamesItsParameterAndTheRemedy(Map<String, String> parameters, String parameter, String message) {
        assertThatExceptionOfType(UnusableException.class)
                .isThrownBy(() -> trigger(parameters))
                .withMessage(message)
                .satisfies(failure -> assertThat(failure.parameter()).isEqualTo(parameter));
    }

    private String trigger(Map<String, String> parameters) {
        return Triggers.of(Entries.of("it", parameters), scenario);
    }
}
