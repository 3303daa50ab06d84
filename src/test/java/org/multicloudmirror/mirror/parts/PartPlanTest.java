package org.multicloudmirror.mirror.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.multicloudmirror.storage.PartLimits;
import org.multicloudmirror.storage.RejectedException;

class PartPlanTest {

    private static final long MIB = 1 << 20;
    private static final long GIB = 1L << 30;
    private static final long PART = 16 * MIB;

    private static final PartLimits S3 = new PartLimits(5 * GIB, 5 * MIB, 5 * GIB, 10_000);
    private static final PartLimits SWIFT = new PartLimits(5 * GIB, 1, 5 * GIB, 1000);

    @Test
    void keepsWhatTheDestinationTakes() {
        List<Long> present = List.of(5 * MIB, 9 * MIB, 1L);

        assertThat(sizes(14 * MIB + 1, present, S3)).isEqualTo(present);
        assertThat(sizes(14 * MIB + 1, present, SWIFT)).isEqualTo(present);
    }

    @Test
    void cutsAnObjectWithoutParts() {
        assertThat(sizes(40 * MIB, List.of(), SWIFT)).containsExactly(PART, PART, 8 * MIB);
        assertThat(sizes(1, List.of(), SWIFT)).containsExactly(1L);
        assertThat(sizes(2 * PART, List.of(), SWIFT)).containsExactly(PART, PART);
    }

    @Test
    void takesLargerPartsWhereThereWouldBeTooMany() {
        List<Long> sizes = sizes(100 * GIB, List.of(), SWIFT);

        assertThat(sizes).hasSizeLessThanOrEqualTo(1000);
        assertThat(sizes.get(0)).isEqualTo(103 * MIB);
        assertThat(sizes(5L << 40, List.of(), S3)).hasSizeLessThanOrEqualTo(10_000);
    }

    @Test
    void joinsNeighboursThatAreTooMany() {
        List<Long> present = Collections.nCopies(10_000, 8 * MIB);

        List<Long> sizes = sizes(10_000 * 8 * MIB, present, SWIFT);

        assertThat(sizes).hasSizeLessThanOrEqualTo(1000);
        assertThat(sizes.subList(0, sizes.size() - 1)).containsOnly(11 * 8 * MIB);
    }

    @Test
    void joinsNeighboursThatAreTooSmall() {
        assertThat(sizes(9 * MIB, Collections.nCopies(9, MIB), S3)).containsExactly(5 * MIB, 4 * MIB);
    }

    @Test
    void cutsPartsThatAreTooLarge() {
        PartLimits small = new PartLimits(10 * MIB, 1, 10 * MIB, 1000);

        List<Long> sizes = sizes(40 * MIB, List.of(25 * MIB, 15 * MIB), small);

        assertThat(sizes).allMatch(size -> size <= 10 * MIB).hasSize(5);
        assertThat(sizes.stream().limit(3).mapToLong(Long::longValue).sum())
                .as("the boundary of the first part stays")
                .isEqualTo(25 * MIB);
    }

    @Test
    void makesPartsOfOneSizeWhereTheDestinationWantsThat() {
        PartLimits equal = S3.within(1, 10_000, true);

        assertThat(sizes(14 * MIB, List.of(5 * MIB, 5 * MIB, 4 * MIB), equal))
                .containsExactly(5 * MIB, 5 * MIB, 4 * MIB);
        assertThat(sizes(40 * MIB, List.of(5 * MIB, 9 * MIB, 26 * MIB), equal)).containsExactly(PART, PART, 8 * MIB);
        assertThat(sizes(14 * MIB, List.of(5 * MIB, 9 * MIB), equal)).containsExactly(14 * MIB);
    }

    @Test
    void leavesOutAnEmptyPart() {
        assertThat(sizes(10 * MIB, List.of(5 * MIB, 5 * MIB, 0L), S3)).containsExactly(5 * MIB, 5 * MIB);
    }

    @Test
    void refusesWhatFitsIntoNoParts() {
        PartLimits small = new PartLimits(10, 1, 10, 3);

        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> sizes(31, List.of(), small))
                .withMessage("31 bytes are more than the destination holds in 3 parts of at most 10 bytes");
    }

    @Test
    void tellsWhereEachPartBegins() {
        assertThat(new PartPlan(List.of(5L, 3L)).parts())
                .containsExactly(new PartPlan.Part(0, 0, 5), new PartPlan.Part(1, 5, 3));
    }

    private static List<Long> sizes(long size, List<Long> present, PartLimits limits) {
        List<Long> sizes = PartPlan.of(size, present, limits, PART).sizes();
        assertThat(sizes.stream().mapToLong(Long::longValue).sum()).isEqualTo(size);
        return sizes;
    }
}
