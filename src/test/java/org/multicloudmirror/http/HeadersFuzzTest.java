package org.multicloudmirror.http;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.multicloudmirror.fuzz.Fuzz;

class HeadersFuzzTest {

    private static final Fuzz DATES = new Fuzz("dates");
    private static final Fuzz ENDPOINTS = new Fuzz("endpoints");

    @Provide
    Arbitrary<Long> seeds() {
        return Fuzz.seeds();
    }

    @Property(tries = Fuzz.TRIES, seed = "1")
    void readsDates(@ForAll("seeds") long seed) {
        DATES.each(seed, mutant -> assertThat(Fuzz.read(mutant, () -> HttpDate.parse(mutant.text())))
                .as(mutant.toString())
                .isNotNull());
    }

    /** A storage URL is a header, too. What is read is written as it is read. */
    @Property(tries = Fuzz.TRIES, seed = "2")
    void readsEndpoints(@ForAll("seeds") long seed) {
        ENDPOINTS.each(seed, mutant -> {
            Endpoint endpoint = Fuzz.read(mutant, () -> Endpoint.parse(mutant.text()), IllegalArgumentException.class);
            if (endpoint != null) {
                assertThat(Endpoint.parse(endpoint.toString()))
                        .as(mutant.toString())
                        .isEqualTo(endpoint);
            }
        });
    }
}
