package org.multicloudmirror.storage.metadata;

import java.util.List;
import java.util.Random;

/** Texts of chance, the same for the same seed. */
final class Texts {

    private static final String PLAIN = "abcXYZ019 -_.=?&%+;:\"'\\/";
    private static final int[] WIDE = {0xe9, 0xdf, 0x301, 0x6771, 0xe000, 0xffff, 0x10000, 0x1f30a, 0x2028};
    private static final List<String> WORD_PARTS =
            List.of("=?", "?=", "UTF-8", "utf-8", "?Q?", "?B?", "=C3=B6", "w7Y=", "abc", "_", " ", "TWluacO2");

    private Texts() {}

    /** Up to so many characters, with and without such that are not ASCII, no whitespace at the ends. */
    static String any(Random random, int most) {
        int length = random.nextInt(most);
        int wide = random.nextInt(4);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.appendCodePoint(
                    random.nextInt(4) < wide
                            ? WIDE[random.nextInt(WIDE.length)]
                            : PLAIN.charAt(random.nextInt(PLAIN.length())));
        }
        return text.toString().strip();
    }

    /** What encoded words are made of, in any order. */
    static String words(Random random) {
        StringBuilder text = new StringBuilder("=?UTF-8?").append(random.nextBoolean() ? "Q?" : "B?");
        int parts = random.nextInt(6);
        for (int i = 0; i < parts; i++) {
            text.append(WORD_PARTS.get(random.nextInt(WORD_PARTS.size())));
        }
        return text.append("?=").toString();
    }
}
