package org.multicloudmirror.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.multicloudmirror.fuzz.Fuzz;

class YamlFuzzTest {

    private static final Fuzz FILES = new Fuzz("scenarios-file");

    @Provide
    Arbitrary<Long> seeds() {
        return Fuzz.seeds();
    }

    /** Every mistake is one of a line. */
    @Property(tries = Fuzz.TRIES, seed = "1")
    void readsScenariosFiles(@ForAll("seeds") long seed) {
        FILES.each(seed, mutant -> {
            List<Mistake> mistakes = new ArrayList<>();
            List<YamlEntry> entries = Fuzz.read(mutant, () -> YamlEntries.read(mutant.text(), mistakes));
            assertThat(entries).as(mutant.toString()).isNotNull();
            long lines = mutant.text().lines().count() + 2;
            assertThat(mistakes)
                    .as(mutant.toString())
                    .allMatch(mistake -> mistake.line() > 0 && mistake.line() <= lines);
        });
    }
}
