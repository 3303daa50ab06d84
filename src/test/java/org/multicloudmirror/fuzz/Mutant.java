package org.multicloudmirror.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.multicloudmirror.storage.Keys;

/** A real answer with a few changes. */
public final class Mutant {

    private static final int LONGEST = 1 << 18;

    /** What parsers stumble over. */
    private static final List<byte[]> PIECES = List.of(
                    "<",
                    ">",
                    "</",
                    "/>",
                    "&",
                    "&amp;",
                    "&#0;",
                    "&#xD800;",
                    "&#x1F600;",
                    "&x;",
                    "<![CDATA[",
                    "]]>",
                    "<!--",
                    "-->",
                    "<?",
                    "<!DOCTYPE a [<!ENTITY x \"y\">]>",
                    "<Key>",
                    "</Key>",
                    "<Contents>",
                    "</Contents>",
                    "<Size>",
                    "<EncodingType>url",
                    "xmlns:a=\"b\"",
                    "{",
                    "}",
                    "[",
                    "]",
                    "[[",
                    ",",
                    ":",
                    "\"",
                    "\\",
                    "\\u0000",
                    "\\ud800",
                    "null",
                    "true",
                    "{\"name\":",
                    "\"name\":{\"a\":1}",
                    "\"bytes\":",
                    "\"range\":\"x\"",
                    "-1",
                    "0",
                    "00",
                    "9223372036854775808",
                    "1e999",
                    "-0",
                    "NaN",
                    "1.5",
                    "%",
                    "%zz",
                    "%C3",
                    "%00",
                    "%2F",
                    "+",
                    "*",
                    "**",
                    "**/",
                    "?",
                    "{a,",
                    "[!",
                    "->",
                    "://",
                    "/",
                    "//",
                    "..",
                    "T",
                    "Z",
                    "=?UTF-8?Q?",
                    "?=",
                    "\u0000",
                    "\n",
                    "\r\n",
                    "\t",
                    " ",
                    "\u00e9",
                    "\ud83d\ude00",
                    "\ufeff",
                    "\u2028")
            .stream()
            .map(piece -> piece.getBytes(UTF_8))
            .toList();

    private final long seed;
    private final byte[] bytes;

    private Mutant(long seed, byte[] bytes) {
        this.seed = seed;
        this.bytes = bytes;
    }

    /** What the changes follow from: {@code -Dmirror.test.fuzz-seed=N} makes this one again. */
    public long seed() {
        return seed;
    }

    /** The changed answer, which nobody changes further. */
    public byte[] bytes() {
        return bytes;
    }

    static Mutant of(List<byte[]> corpus, long seed) {
        Random random = new Random(seed);
        byte[] bytes = corpus.get(random.nextInt(corpus.size()));
        for (int changes = random.nextInt(6); changes >= 0; changes--) {
            bytes = changed(bytes, corpus, random);
        }
        return new Mutant(seed, bytes);
    }

    private static byte[] changed(byte[] bytes, List<byte[]> corpus, Random random) {
        int from = random.nextInt(bytes.length + 1);
        int to = Math.min(bytes.length, from + random.nextInt(1 + (random.nextBoolean() ? 8 : bytes.length)));
        byte[] cut = Arrays.copyOfRange(bytes, from, to);
        return switch (random.nextInt(9)) {
            case 0 -> spliced(bytes, from, to, new byte[0], 1);
            case 1 -> spliced(bytes, from, from, cut, 1 + random.nextInt(3));
            case 2 -> spliced(bytes, from, from, cut, 1 + random.nextInt(5_000));
            case 3, 4 -> spliced(bytes, from, from, piece(random), 1);
            case 5 -> spliced(bytes, from, to, piece(random), 1 + random.nextInt(5_000));
            case 6 ->
                spliced(bytes, from, Math.min(bytes.length, from + 1), new byte[] {(byte) random.nextInt(256)}, 1);
            case 7 -> Arrays.copyOf(bytes, from);
            default -> spliced(bytes, from, to, corpus.get(random.nextInt(corpus.size())), 1);
        };
    }

    private static byte[] piece(Random random) {
        return PIECES.get(random.nextInt(PIECES.size()));
    }

    private static byte[] spliced(byte[] bytes, int from, int to, byte[] middle, int times) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(bytes, 0, from);
        for (int i = 0; i < times && all.size() < LONGEST; i++) {
            all.writeBytes(middle);
        }
        all.write(bytes, to, bytes.length - to);
        return all.size() > LONGEST ? Arrays.copyOf(all.toByteArray(), LONGEST) : all.toByteArray();
    }

    /** As a text in UTF-8. */
    public String text() {
        return new String(bytes, UTF_8);
    }

    @Override
    public String toString() {
        String shown = new String(bytes, 0, Math.min(bytes.length, 2_000), ISO_8859_1);
        return "-Dmirror.test.fuzz-seed=" + seed + ", " + bytes.length + " bytes: " + Keys.printable(shown);
    }
}
