package org.multicloudmirror.mirror.delete;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.multicloudmirror.mirror.options.DeleteLimit;
import org.multicloudmirror.mirror.options.Deletion;

class GuardsTest {

    /** Deletable and held objects, listed and equal ones, limit, least number of equal ones, how many guards trip. */
    @ParameterizedTest
    @CsvSource({
        "10, 100, 90, 90, 10, 10, 0",
        "11, 100, 90, 90, 10, 10, 1",
        "5, 100, 95, 95, 5%, 10, 0",
        "6, 100, 95, 95, 5%, 10, 1",
        "1, 19, 18, 18, 5%, 10, 1",
        "1, 20, 19, 19, 5%, 10, 0",
        "99, 100, 1, 1, -1, 0, 0",
        "1, 100, 99, 9, 10, 10, 1",
        "1, 100, 99, 10, 10, 10, 0",
        "1, 1, 0, 0, 10, 0, 1",
        "100, 100, 0, 0, 10, 10, 3",
        "0, 0, 0, 0, 0, 10, 0"
    })
    void trip(long deletable, long held, long listed, long equal, String limit, long least, int tripped) {
        Deletion deletion = new Deletion(true, DeleteLimit.parse(limit), least, false);

        assertThat(new Guards(deletable, held, listed, equal).tripped(deletion)).hasSize(tripped);
    }

    @Test
    void nameOneAndMany() {
        Deletion deletion = new Deletion(true, DeleteLimit.parse("0"), 3, false);

        assertThat(new Guards(1, 1, 1, 1).tripped(deletion))
                .containsExactly(
                        "1 of 1 object would be deleted, 1 more than --max-delete=0 allows; mirror check lists them",
                        "1 object is equal, 2 fewer than --min-sync=3 asks for before 1 is deleted; are these the right"
                                + " places?");
        assertThat(new Guards(2, 4, 2, 2).tripped(deletion))
                .containsExactly(
                        "2 of 4 objects would be deleted, 2 more than --max-delete=0 allows; mirror check lists them",
                        "2 objects are equal, 1 fewer than --min-sync=3 asks for before 2 are deleted; are these the"
                                + " right places?");
    }

    @Test
    void allowAnEmptySourceOnRequest() {
        Deletion deletion = new Deletion(true, DeleteLimit.parse("-1"), 0, true);

        assertThat(new Guards(3, 3, 0, 0).tripped(deletion)).isEmpty();
    }

    @Test
    void takeAShareOfVeryMany() {
        assertThat(DeleteLimit.parse("7%").most(Long.MAX_VALUE)).isEqualTo(Long.MAX_VALUE / 100 * 7);
    }
}
