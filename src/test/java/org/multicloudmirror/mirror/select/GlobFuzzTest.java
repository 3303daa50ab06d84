package org.multicloudmirror.mirror.select;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.multicloudmirror.fuzz.Fuzz;

class GlobFuzzTest {

    private static final Fuzz GLOBS = new Fuzz("globs");

    @Provide
    Arbitrary<Long> seeds() {
        return Fuzz.seeds();
    }

    @Property(tries = Fuzz.TRIES, seed = "1")
    void comparesKeysWithAnyGlob(@ForAll("seeds") long seed) {
        GLOBS.each(seed, mutant -> {
            if (mutant.bytes().length > 2_000) {
                return;
            }
            Glob glob = Fuzz.read(mutant, () -> Glob.parse(mutant.text()), InvalidFilterException.class);
            if (glob != null) {
                Fuzz.read(mutant, () -> glob.matches("-/a".repeat(300)));
                Fuzz.read(mutant, () -> glob.matches(mutant.text()));
            }
        });
    }
}
