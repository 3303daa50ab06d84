package org.multicloudmirror.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DateTimeException;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.multicloudmirror.fuzz.Fuzz;

class AnswersFuzzTest {

    private static final Fuzz ERRORS = new Fuzz("error");
    private static final Fuzz TIMES = new Fuzz("times");

    @Provide
    Arbitrary<Long> seeds() {
        return Fuzz.seeds();
    }

    @Property(tries = Fuzz.TRIES, seed = "1")
    void tellsErrorsInOneShortLine(@ForAll("seeds") long seed) {
        ERRORS.each(seed, mutant -> {
            ServiceError error = Fuzz.read(mutant, () -> ServiceError.of(403, mutant.text()));
            assertThat(error).as(mutant.toString()).isNotNull();
            assertThat(error.toString())
                    .as(mutant.toString())
                    .hasSizeLessThan(2_500)
                    .doesNotContain("\n", "\r", "AUTH_tk0123456789abcdef0123456789abcdef");
        });
    }

    @Property(tries = Fuzz.TRIES, seed = "2")
    void readsTimes(@ForAll("seeds") long seed) {
        TIMES.each(seed, mutant -> Fuzz.read(mutant, () -> ListingTime.parse(mutant.text()), DateTimeException.class));
    }
}
