package org.multicloudmirror.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OverlapsTest {

    private static final ScenarioParser PARSER = new ScenarioParser(List.of("s3", "cf", "cf2", "other"));

    /** {@code cf2} is another name of {@code cf}. */
    private final Overlaps overlaps = new Overlaps(store -> Map.of("cf2", "cf").getOrDefault(store, store), false);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    s3://a->cf://x | s3://b->cf://x | its destination cf://x is also that of "s3://a->cf://x", and with --delete each deletes what the other copies
                    s3://a->cf://x | s3://b->cf://x/sub | its destination cf://x/sub/ is inside that of "s3://a->cf://x", and with --delete each deletes what the other copies
                    s3://a->cf://x/sub | s3://b->cf://x | its destination cf://x holds that of "s3://a->cf://x/sub/", and with --delete each deletes what the other copies
                    s3://a->cf://x | s3://b->cf2://x | its destination cf2://x (the stores cf2 and cf lead to the same service) is also that of "s3://a->cf://x", and with --delete each deletes what the other copies
                    s3://a->cf://x | cf2://x->s3://a | its source cf2://x (the stores cf2 and cf lead to the same service) is also the destination of "s3://a->cf://x", and with --delete each deletes what is new on the other side
                    s3://a->cf://x | cf://x/sub->s3://a/sub | its source cf://x/sub/ is inside the destination of "s3://a->cf://x", and with --delete each deletes what is new on the other side
                    s3://a/1->cf://x | s3://a/2->cf://x | its destination cf://x is also that of "s3://a/1/->cf://x", and with --delete each deletes what the other copies
                    s3://a->cf://x | s3://a/1->cf://x/2 | its destination cf://x/2/ is inside that of "s3://a->cf://x", and with --delete each deletes what the other copies
                    """)
    void areWhereTwoWriteToOnePlaceOrToEachOthersSource(String one, String other, String problem) {
        assertThat(overlaps.among(scenarios(one, other)))
                .containsExactly(new Overlaps.Overlap(
                        PARSER.parse(other),
                        PARSER.parse(one),
                        problem + "; give each a prefix of its own, or leave out --delete"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    s3://a->cf://x | s3://b->cf://x_segments | its destination cf://x_segments is for the parts of the large objects of "s3://a->cf://x", and with --delete they are deleted
                    s3://a->cf://x/sub | s3://b->cf2://x+segments/sub | its destination cf2://x+segments/sub/ (the stores cf2 and cf lead to the same service) is for the parts of the large objects of "s3://a->cf://x/sub/", and with --delete they are deleted
                    s3://b->cf://x_segments | s3://a->cf://x | the parts of its large objects go to the destination of "s3://b->cf://x_segments", which with --delete deletes them
                    s3://b->other://q | cf://x->cf://x_segments | its destination is for the parts of its source's large objects
                    """)
    void areWhereOneWritesToThePartsOfTheOthersObjects(String one, String other, String problem) {
        assertThat(overlaps.among(scenarios(one, other)))
                .extracting(Overlaps.Overlap::scenario, Overlaps.Overlap::problem)
                .containsExactly(
                        tuple(PARSER.parse(other), problem + "; write to another container, or add --segments"));
        assertThat(new Overlaps(store -> store, true).among(scenarios(one, other)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "s3://a->cf://x s3://a->cf://x",
                "s3://a->cf://x s3://a/1->cf://x/1",
                "s3://a/1->cf2://x/1 s3://a->cf://x",
                "s3://a->cf://x/1 s3://b->cf://x/2",
                "s3://a->cf://x/1 s3://b->cf://x/10",
                "s3://a->cf://x s3://b->other://x",
                "s3://a->cf://x s3://a->cf://y",
                "s3://a->cf://x s3://b->cf://y_segments",
                "s3://a->cf://x s3://b->other://x_segments",
                "s3://a->cf://x",
                "s3://a->cf://x cf://x->s3://b",
                "cf://x/sub->s3://b s3://a->cf://x",
                "s3://a->cf://x cf2://x->s3://b s3://b->cf://y"
            })
    void areNotWhereEachHasAPlaceOfItsOwn(String scenarios) {
        assertThat(overlaps.among(scenarios(scenarios.split(" ")))).isEmpty();
    }

    @Test
    void areFoundBetweenTheSidesOfOneScenarioToo() {
        List<Overlaps.Overlap> found = overlaps.among(scenarios("cf://x/a->cf2://x"));

        assertThat(found).singleElement().satisfies(overlap -> assertThat(overlap.asError())
                .hasMessage(
                        "Scenario \"cf://x/a/->cf2://x\": its source and its destination are one place under two store"
                                + " names, or one is inside the other (the stores cf and cf2 lead to the same service);"
                                + " use prefixes of which neither starts with the other"));
    }

    @Test
    void areAllTold() {
        assertThat(overlaps.among(scenarios("s3://a->cf://x", "s3://b->cf://x", "s3://c->cf://x")))
                .hasSize(3);
    }

    private static List<Scenario> scenarios(String... texts) {
        return Arrays.stream(texts).map(PARSER::parse).toList();
    }
}
