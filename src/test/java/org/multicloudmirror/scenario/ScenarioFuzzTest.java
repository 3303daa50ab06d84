package org.multicloudmirror.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.multicloudmirror.fuzz.Fuzz;

class ScenarioFuzzTest {

    private static final Fuzz SCENARIOS = new Fuzz("scenarios");
    private static final ScenarioParser PARSER = new ScenarioParser(List.of("s3", "cf"));

    @Provide
    Arbitrary<Long> seeds() {
        return Fuzz.seeds();
    }

    /** What is read is written as it is read. */
    @Property(tries = Fuzz.TRIES, seed = "1")
    void readsScenarios(@ForAll("seeds") long seed) {
        SCENARIOS.each(seed, mutant -> {
            Scenario scenario = Fuzz.read(mutant, () -> PARSER.parse(mutant.text()), InvalidScenarioException.class);
            if (scenario != null) {
                assertThat(PARSER.parse(scenario.toString()))
                        .as(mutant.toString())
                        .isEqualTo(scenario);
            }
        });
    }
}
