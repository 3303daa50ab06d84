package org.multicloudmirror.storage.metadata;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EncodedWordsTest {

    /** As S3 itself answers for these texts. */
    @ParameterizedTest
    @CsvSource({
        "plain, plain",
        "Miniö, =?UTF-8?Q?Mini=C3=B6?=",
        "ö, =?UTF-8?B?w7Y=?=",
        "東京, =?UTF-8?B?5p2x5Lqs?=",
        "two words ü, =?UTF-8?Q?two_words_=C3=BC?="
    })
    void writesWhatIsNotAsciiInWords(String text, String wire) {
        assertThat(EncodedWords.encode(text)).isEqualTo(wire);
        assertThat(EncodedWords.decode(wire)).isEqualTo(text);
    }

    /** Another choice between B and Q, other cases, other charsets, words amid text: nobody made them of a text. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "=?UTF-8?B?TWluacO2?=",
                "=?utf-8?Q?Mini=C3=B6?=",
                "=?ISO-8859-1?Q?=F6?=",
                "=?UTF-8?Q?ascii?=",
                "=?UTF-8?Q?=C3?=",
                "=?nonsense?Q?=C3?=",
                "=?",
                "=??=",
                "=?=?=",
                "a =?UTF-8?B?w7Y=?="
            })
    void leavesWordsOfAnotherForm(String wire) {
        assertThat(EncodedWords.decode(wire)).isEqualTo(wire);
        assertThat(EncodedWords.encode(wire)).isEqualTo(wire);
    }

    @Test
    void wrapsTextThatLooksLikeWords() {
        String text = "=?UTF-8?B?w7Y=?=";

        assertThat(EncodedWords.encode(text)).isNotEqualTo(text);
        assertThat(EncodedWords.decode(EncodedWords.encode(text))).isEqualTo(text);
    }

    @Test
    void bringsEveryTextBackInAscii() {
        Random random = new Random(1);
        for (int i = 0; i < 1_000; i++) {
            String text = Texts.any(random, 120);
            String wire = EncodedWords.encode(text);

            assertThat(US_ASCII.newEncoder().canEncode(wire)).as(text).isTrue();
            assertThat(EncodedWords.decode(wire)).as(wire).isEqualTo(text);
        }
    }

    @Test
    void bringsEveryFormBack() {
        Random random = new Random(2);
        for (int i = 0; i < 1_000; i++) {
            String wire = Texts.words(random);

            assertThat(EncodedWords.encode(EncodedWords.decode(wire))).isEqualTo(wire);
        }
    }
}
