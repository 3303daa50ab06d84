package org.multicloudmirror.observe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextWidthTest {

    @ParameterizedTest
    @CsvSource({"abc, 3", "写真, 4", "한글, 4", "ＡＢ, 4", "ｱｲ, 2", "😀, 2", "e\u0301, 1", "ä…, 2"})
    void countsColumns(String text, int columns) {
        assertThat(TextWidth.of(text)).isEqualTo(columns);
    }

    @ParameterizedTest
    @CsvSource({
        "abcdefgh, 8, abcdefgh",
        "abcdefgh, 7, abc…fgh",
        "abcdefgh, 4, ab…h",
        "abcdefgh, 1, …",
        "写真写真写真, 7, 写…写真",
        "写真写真写真, 6, 写…真",
        "😀😀😀😀, 5, 😀…😀",
        "abcde\u0301, 4, ab…e\u0301"
    })
    void shortensInTheMiddle(String text, int columns, String shortened) {
        assertThat(TextWidth.shortened(text, columns)).isEqualTo(shortened);
    }
}
