package org.multicloudmirror.driver;

import java.nio.charset.StandardCharsets;

/** Tells which characters XML 1.0 has a place for, be they in a text themselves or referred to by number. */
final class XmlCharacters {

    /** The longest reference to a character by number, in bytes. */
    static final int LONGEST_REFERENCE = 12;

    private XmlCharacters() {}

    /** XML 1.0, production 2. */
    static boolean has(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= ' ' && c <= 0xd7ff)
                || (c >= 0xe000 && c <= 0xfffd)
                || c > 0xffff;
    }

    /** Whether a sequence of UTF-8 is U+FFFE or U+FFFF, the ones beyond ASCII that XML has no place for. */
    static boolean lacks(byte[] text, int at, int length) {
        return length == 3
                && (text[at] & 0xff) == 0xef
                && (text[at + 1] & 0xff) == 0xbf
                && (text[at + 2] & 0xff) >= 0xbe;
    }

    /**
     * The character that a reference by number is to; any of XML's for what is no such reference.
     *
     * @param at where its {@code &} is
     * @param last where its {@code ;} is
     */
    static int referredTo(byte[] text, int at, int last) {
        String reference = new String(text, at, last - at, StandardCharsets.ISO_8859_1);
        boolean isHex = reference.startsWith("&#x");
        String digits = reference.substring(Math.min(reference.length(), isHex ? 3 : 2));
        if (!reference.startsWith("&#") || !digits.matches("[0-9A-Fa-f]{1,8}")) {
            return ' ';
        }
        try {
            int point = Integer.parseInt(digits, isHex ? 16 : 10);
            return Character.isValidCodePoint(point) ? point : ' ';
        } catch (NumberFormatException e) {
            return ' ';
        }
    }
}
