package org.multicloudmirror.observe;

/** How many columns of a terminal a text takes (Unicode Standard Annex 11), and texts that take no more than so many. */
final class TextWidth {

    private static final String ELLIPSIS = "…";

    /** Ranges of code points that take two columns: CJK, Hangul, full-width forms, emoji. First and last, by turns. */
    private static final int[] WIDE = {
        0x1100, 0x115f, 0x231a, 0x231b, 0x23e9, 0x23ec, 0x25fd, 0x25fe, 0x2614, 0x2615, 0x2648, 0x2653, 0x26a1, 0x26a1,
        0x26bd, 0x26be, 0x26c4, 0x26c5, 0x26ce, 0x26ce, 0x26d4, 0x26d4, 0x2705, 0x2705, 0x270a, 0x270b, 0x2728, 0x2728,
        0x274c, 0x274c, 0x2753, 0x2755, 0x2757, 0x2757, 0x2795, 0x2797, 0x2b1b, 0x2b1c, 0x2b50, 0x2b50, 0x2e80, 0x303e,
        0x3041, 0xa4cf, 0xa960, 0xa97c, 0xac00, 0xd7a3, 0xf900, 0xfaff, 0xfe30, 0xfe6f, 0xff01, 0xff60, 0xffe0, 0xffe6,
        0x16fe0, 0x18cff, 0x1aff0, 0x1b2ff, 0x1f18e, 0x1f18e, 0x1f191, 0x1f19a, 0x1f200, 0x1f320, 0x1f32d, 0x1f5ff,
        0x1f600, 0x1f64f, 0x1f680, 0x1f6ff, 0x1f7e0, 0x1f7eb, 0x1f90c, 0x1f9ff, 0x1fa70, 0x1faff, 0x20000, 0x3fffd
    };

    private TextWidth() {}

    /** The columns of a text without control characters. */
    static int of(String text) {
        return text.codePoints().map(TextWidth::of).sum();
    }

    /** A text that is shortened in the middle where it is wider than so many columns, 1 at least. */
    static String shortened(String text, int columns) {
        if (of(text) <= columns) {
            return text;
        }
        int room = columns - of(ELLIPSIS);
        String head = text.substring(0, headEnd(text, (room + 1) / 2));
        return head + ELLIPSIS + text.substring(tailStart(text, room - of(head)));
    }

    /** The beginning of a text that takes so many columns at most. */
    static String cut(String text, int columns) {
        return text.substring(0, headEnd(text, columns));
    }

    private static int headEnd(String text, int columns) {
        int end = 0;
        int width = 0;
        while (end < text.length()) {
            int point = text.codePointAt(end);
            width += of(point);
            if (width > columns) {
                break;
            }
            end += Character.charCount(point);
        }
        return end;
    }

    /** Marks stay with what they are on. */
    private static int tailStart(String text, int columns) {
        int start = text.length();
        int width = 0;
        for (int at = text.length(); at > 0; ) {
            int point = text.codePointBefore(at);
            at -= Character.charCount(point);
            width += of(point);
            if (width > columns) {
                break;
            }
            if (of(point) > 0) {
                start = at;
            }
        }
        return start;
    }

    private static int of(int point) {
        return switch (Character.getType(point)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
            default -> isWide(point) ? 2 : 1;
        };
    }

    private static boolean isWide(int point) {
        for (int i = 0; i < WIDE.length; i += 2) {
            if (point >= WIDE[i] && point <= WIDE[i + 1]) {
                return true;
            }
        }
        return false;
    }
}
