package org.multicloudmirror.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.multicloudmirror.scenario.Overlaps;
import org.multicloudmirror.scenario.ScenarioParser;

/** Two names of a store of which only the store itself tells that they lead to one account. */
class ScenarioOverlapsTest {

    private final List<String> asked = new ArrayList<>();
    private final List<String> mistakes = new ArrayList<>();

    @Test
    void whereOneDeletesThatIsAMistakeToldOnce() {
        check("one", List.of(entry("one", "s3://a->cf://x"), entry("two", "s3://b->cf2://x/sub")));

        assertThat(mistakes)
                .singleElement()
                .asString()
                .startsWith(
                        "two.yaml:1: Scenario \"s3://b->cf2://x/sub/\": its destination cf2://x/sub/ (the stores cf2"
                                + " and cf lead to the same service) is inside that of \"s3://a->cf://x\"");
    }

    @Test
    void whichOfThemDeletesDoesNotMatter() {
        check("two", List.of(entry("one", "s3://a->cf://x"), entry("two", "s3://b->cf2://x/sub")));

        assertThat(mistakes).hasSize(1);
    }

    @Test
    void whatTheNamesTellIsNotToldAgain() {
        check("one", List.of(entry("one", "s3://a->cf://x"), entry("two", "s3://b->cf://x")));

        assertThat(mistakes).hasSize(1);
    }

    @Test
    void whereNoneDeletesNoStoreIsAsked() {
        check("none", List.of(entry("one", "s3://a->cf://x"), entry("two", "s3://b->cf2://x")));

        assertThat(mistakes).isEmpty();
        assertThat(asked).isEmpty();
    }

    @Test
    void anotherOneThatDeletesIsNoHarm() {
        check(
                "three",
                List.of(
                        entry("one", "s3://a->cf://x"),
                        entry("two", "s3://b->cf2://x"),
                        entry("three", "s3://a->cf://y")));

        assertThat(mistakes).isEmpty();
    }

    private void check(String deleting, List<ScheduledScenario> scheduled) {
        UnaryOperator<String> place = store -> {
            asked.add(store);
            return store.replace("cf2", "cf");
        };
        new ScenarioOverlaps(new Overlaps(store -> store, false), new Overlaps(place, false))
                .check(scheduled, each -> each.name().equals(deleting), mistakes);
    }

    private static ScheduledScenario entry(String name, String scenario) {
        return new ScheduledScenario(
                name,
                Path.of(name + ".yaml"),
                1,
                new ScenarioParser(List.of("s3", "cf", "cf2")).parse(scenario),
                "",
                Map.of());
    }
}
