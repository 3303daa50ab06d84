package org.multicloudmirror.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PartLayoutTest {

    private static final long MIB = 1 << 20;
    private static final ETag HELLO = ETag.parse("5d41402abc4b2a76b9719d911017c592");
    private static final ETag WORLD = ETag.parse("7d793037a0760186574b0282f2f435e7");

    @Test
    void makesTheTagsOfBothServicesFromTheMd5sOfTheParts() {
        List<ETag> parts = List.of(HELLO, WORLD);

        assertThat(AssembledTag.MULTIPART.of(parts)).isEqualTo(ETag.opaque("065947336a2f2a95ba8899f3675c3be6-2"));
        assertThat(AssembledTag.MANIFEST.of(parts)).isEqualTo(ETag.opaque("ae802c1f58f394d46485b7da18c56e9b"));
    }

    @ParameterizedTest
    @CsvSource({"'5', 5", "'5,5', 5*2", "'8,8,1', 8*2+1", "'1,2,2,1', 1+2*2+1", "'5,5,0', 5*2+0"})
    void writesSizesShortAndReadsThem(String sizes, String text) {
        List<Long> list =
                List.of(sizes.split(",", -1)).stream().map(Long::valueOf).toList();

        assertThat(PartLayout.text(list)).isEqualTo(text);
        assertThat(PartLayout.sizes(text)).isEqualTo(list);
    }

    /** A pattern for the whole line would fill the stack. */
    @Test
    void readsLinesOfAnyLength() {
        assertThat(PartLayout.sizes("7+8".repeat(50_000))).isEmpty();
        assertThat(PartLayout.sizes("1" + "+1".repeat(9_999))).hasSize(10_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "00", "5*", "*5", "5+", "five", "5*99999", "-5", "5 5", "1*9999+1*9999"})
    void readsNothingElse(String text) {
        assertThat(PartLayout.sizes(text)).isEmpty();
    }

    @Test
    void guessesUsualSizesFirst() {
        assertThat(PartGuess.of(9 * MIB, 2))
                .extracting(PartLayout::sizes)
                .startsWith(List.of(8 * MIB, MIB), List.of(5 * MIB, 4 * MIB));
        assertThat(PartGuess.of(8 * MIB * 127 + 1, 128))
                .extracting(PartLayout::sizes)
                .first()
                .satisfies(sizes -> assertThat(sizes).hasSize(128).endsWith(8 * MIB, 1L));
    }

    @Test
    void guessesPartsOfTheAnnouncedNumberOnly() {
        assertThat(PartGuess.of(100 * MIB + 1, 4)).isNotEmpty().allSatisfy(layout -> {
            assertThat(layout.parts()).hasSize(4);
            assertThat(layout.size()).isEqualTo(100 * MIB + 1);
            assertThat(layout.parts()).allMatch(part -> part.size() > 0);
        });
        assertThat(PartGuess.of(7, 1)).extracting(PartLayout::sizes).containsExactly(List.of(7L));
        assertThat(PartGuess.of(10, 10)).extracting(PartLayout::sizes).contains(Collections.nCopies(10, 1L));
        assertThat(PartGuess.of(3, 10)).isEmpty();
    }
}
