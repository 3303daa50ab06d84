package org.multicloudmirror.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ETagTest {

    private static final String MD5_OF_NOTHING = "d41d8cd98f00b204e9800998ecf8427e";

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {
                "d41d8cd98f00b204e9800998ecf8427e, d41d8cd98f00b204e9800998ecf8427e, true",
                "\"d41d8cd98f00b204e9800998ecf8427e\", d41d8cd98f00b204e9800998ecf8427e, true",
                "W/\"d41d8cd98f00b204e9800998ecf8427e\", d41d8cd98f00b204e9800998ecf8427e, true",
                "' \"D41D8CD98F00B204E9800998ECF8427E\" ', d41d8cd98f00b204e9800998ecf8427e, true",
                "\"d41d8cd98f00b204e9800998ecf8427e-2\", d41d8cd98f00b204e9800998ecf8427e-2, false",
                "\"d41d8cd98f00b204e9800998ecf8427\", d41d8cd98f00b204e9800998ecf8427, false",
                "\"g41d8cd98f00b204e9800998ecf8427e\", g41d8cd98f00b204e9800998ecf8427e, false",
                "0x8DCE5F5A9D5B1C0, 0x8DCE5F5A9D5B1C0, false",
                "'\"\"', '', false",
                "'\"', '\"', false",
                "'', '', false"
            })
    void readsWhatStoresWrite(String raw, String value, boolean isMd5) {
        assertThat(ETag.parse(raw)).isEqualTo(new ETag(value, isMd5)).hasToString(value);
    }

    @Test
    void takesNoOpaqueTagForAnMd5() {
        assertThat(ETag.opaque('"' + MD5_OF_NOTHING + '"')).isEqualTo(new ETag(MD5_OF_NOTHING, false));
    }

    @Test
    void findsEqualContentByMd5Only() {
        ETag md5 = ETag.parse(MD5_OF_NOTHING);
        ETag opaque = ETag.opaque(MD5_OF_NOTHING);

        assertThat(md5.sameContentAs(ETag.parse('"' + MD5_OF_NOTHING.toUpperCase(Locale.ROOT) + '"')))
                .isTrue();
        assertThat(md5.sameContentAs(ETag.parse("e41d8cd98f00b204e9800998ecf8427e")))
                .isFalse();
        assertThat(md5.sameContentAs(opaque)).isFalse();
        assertThat(opaque.sameContentAs(md5)).isFalse();
        assertThat(opaque.sameContentAs(opaque)).isFalse();
        assertThat(ETag.NONE.sameContentAs(ETag.NONE)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"'', true", "-1, true", "-10000, true", "-x, false", "-123456, false"})
    void findsEqualContentByTheTagOfTheSameParts(String parts, boolean tells) {
        ETag tag = ETag.opaque(MD5_OF_NOTHING + parts);

        assertThat(tag.tellsSameAs(ETag.opaque(MD5_OF_NOTHING + parts))).isEqualTo(tells);
        assertThat(tag.tellsSameAs(ETag.opaque("e41d8cd98f00b204e9800998ecf8427e" + parts)))
                .isFalse();
        assertThat(tag.tellsSameAs(ETag.parse(MD5_OF_NOTHING))).isFalse();
    }

    @Test
    void findsEqualContentByMd5OrParts() {
        assertThat(ETag.parse(MD5_OF_NOTHING).tellsSameAs(ETag.parse(MD5_OF_NOTHING)))
                .isTrue();
        assertThat(ETag.NONE.tellsSameAs(ETag.NONE)).isFalse();
        assertThat(ETag.opaque("x").tellsSameAs(ETag.opaque("x"))).isFalse();
    }

    @Test
    void knowsWhetherTheStoreGaveOne() {
        assertThat(ETag.NONE.isKnown()).isFalse();
        assertThat(ETag.parse("\"\"").isKnown()).isFalse();
        assertThat(ETag.opaque("x").isKnown()).isTrue();
    }

    @Test
    void writesContentMd5AsRfc1864WantsIt() {
        // the digest of the RFC's example spells these words
        ETag tag = ETag.ofMd5("Check Integrity!".getBytes(UTF_8));

        assertThat(tag.md5Base64()).isEqualTo("Q2hlY2sgSW50ZWdyaXR5IQ==");
    }

    @Test
    void hasNoContentMd5WhenItIsOpaque() {
        assertThatIllegalStateException()
                .isThrownBy(() -> ETag.opaque("abc-2").md5Base64())
                .withMessage("not an MD5: abc-2");
    }
}
