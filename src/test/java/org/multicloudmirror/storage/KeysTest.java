package org.multicloudmirror.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeysTest {

    /** Where the two orders differ, and their neighbours. */
    private static final int[] AWKWARD = {
        0, '/', 'a', 0x7f, 0x80, 0x7ff, 0x800, 0xd7ff, 0xe000, 0xfffd, 0xffff, 0x10000, 0x10001, 0x1f30a, 0x10ffff
    };

    @ParameterizedTest
    @CsvSource({
        "'', a",
        "a, b",
        "a, a/",
        "a, aa",
        "a/b, a0",
        "Z, a",
        "a, é",
        "\uD7FF, \uE000",
        "\uE000, \uD800\uDC00",
        "\uFFFF, \uD800\uDC00",
        "a\uFFFF/b, a\uD83C\uDF0A",
        "\uD800\uDC00, \uD800\uDC01",
        "\uD800\uDC00, \uD800\uDC00a"
    })
    void ordersByUtf8Bytes(String earlier, String later) {
        assertThat(Keys.ORDER.compare(earlier, later)).isNegative();
        assertThat(Keys.ORDER.compare(later, earlier)).isPositive();
        assertThat(Keys.ORDER.compare(later, later)).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "a", "a b/c-d_e~f", "a/", "a/b/c/", "...", ".a", "a.", "a/...", "..a/.b/c..", "~", "a/.b./c"
            })
    void plainKeysPassUnchanged(String key) {
        assertThat(Keys.isPlain(key)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/a",
                "a//b",
                "a//",
                ".",
                "..",
                "./a",
                "../a",
                "a/.",
                "a/..",
                "a/./b",
                "a/../b",
                "a/b/..",
                "a%41",
                "a+b",
                "a;b",
                "a\\b",
                "a\tb",
                "a\u007fb",
                "a\n",
                "é",
                "a/\u0001"
            })
    void whatServersResolveIsNotPlain(String key) {
        assertThat(Keys.isPlain(key)).isFalse();
    }

    @Test
    void agreesWithTheBytesOfRandomKeys() {
        Random random = new Random(20261123);
        for (int i = 0; i < 100_000; i++) {
            String a = key(random);
            String b = key(random);
            int bytes = Arrays.compareUnsigned(a.getBytes(UTF_8), b.getBytes(UTF_8));

            assertThat(Integer.signum(Keys.ORDER.compare(a, b)))
                    .as("%s and %s", Keys.printable(a), Keys.printable(b))
                    .isEqualTo(Integer.signum(bytes));
        }
    }

    /** Bytes of any kind: a key is one, whatever it was meant to be. */
    @Test
    void holdsWhatIsNoUtf8() {
        Random random = new Random(20261129);
        byte[] alphabet = {
            'a',
            '/',
            (byte) 0x80,
            (byte) 0xbf,
            (byte) 0xc3,
            (byte) 0xa9,
            (byte) 0xe9,
            (byte) 0xed,
            (byte) 0xf0,
            (byte) 0xff
        };
        byte[] before = {};
        for (int i = 0; i < 100_000; i++) {
            byte[] bytes = new byte[random.nextInt(6)];
            for (int at = 0; at < bytes.length; at++) {
                bytes[at] = alphabet[random.nextInt(alphabet.length)];
            }
            String key = Keys.of(bytes);

            assertThat(Keys.bytes(key)).isEqualTo(bytes);
            assertThat(Keys.isReadable(key)).isEqualTo(Arrays.equals(new String(bytes, UTF_8).getBytes(UTF_8), bytes));
            assertThat(Integer.signum(Keys.ORDER.compare(Keys.of(before), key)))
                    .isEqualTo(Integer.signum(Arrays.compareUnsigned(before, bytes)));
            before = bytes;
        }
    }

    @Test
    void namesWhatIsNoUtf8() {
        String key = Keys.of(new byte[] {'c', 'a', 'f', (byte) 0xe9, '.', 't'});

        assertThat(Keys.isReadable(key)).isFalse();
        assertThat(Keys.printable(key)).isEqualTo("caf\\xE9.t");
        assertThat(Keys.isReadable("a\ud800")).isFalse();
        assertThat(Keys.printable("a\ud800")).isEqualTo("a\\ud800");
        assertThat(Keys.isReadable("caf\u00e9 \ud83c\udf0a")).isTrue();
    }

    @Test
    void leavesPlainKeysAsTheyAre() {
        String key = "2026/Grüße \"x\" 日本/\uD83C\uDF0A.jpg";

        assertThat(Keys.printable(key)).isSameAs(key);
    }

    @ParameterizedTest
    @MethodSource("awkward")
    void escapesWhatForgesLinesOrMovesTheCursor(String key, String printed) {
        assertThat(Keys.printable(key)).isEqualTo(printed);
    }

    static Stream<Arguments> awkward() {
        return Stream.of(
                arguments("line\nbreak\r", "line\\u000abreak\\u000d"),
                arguments("\u001b[2J", "\\u001b[2J"),
                arguments("a\u0000\u007f\u0085", "a\\u0000\\u007f\\u0085"),
                arguments("a\u2028\u2029", "a\\u2028\\u2029"),
                arguments("rtl\u202egpj.exe", "rtl\\u202egpj.exe"),
                arguments("\u2066a\u200fb\ufeff", "\\u2066a\\u200fb\\ufeff"));
    }

    /** Short, so that many begin alike. */
    private static String key(Random random) {
        int[] points = random.ints(random.nextInt(6), 0, AWKWARD.length)
                .map(i -> AWKWARD[i])
                .toArray();
        return new String(points, 0, points.length);
    }
}
