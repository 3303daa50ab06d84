package org.multicloudmirror.storage;

import java.util.Comparator;

/** Keys are UTF-8 byte strings to every store; these are the rules that follow for Java's UTF-16. */
public final class Keys {

    /**
     * Unsigned UTF-8 byte order, the order of every listing. It differs from {@link String#compareTo} where a
     * surrogate pair (U+10000 and up) meets U+E000 to U+FFFF.
     */
    public static final Comparator<String> ORDER = Keys::compare;

    private Keys() {}

    private static int compare(String a, String b) {
        int end = Math.min(a.length(), b.length());
        for (int i = 0; i < end; i++) {
            char x = a.charAt(i);
            char y = b.charAt(i);
            if (x != y) {
                return Character.isSurrogate(x) == Character.isSurrogate(y)
                        ? Character.compare(x, y)
                        : Character.isSurrogate(x) ? 1 : -1;
            }
        }
        return Integer.compare(a.length(), b.length());
    }

    /**
     * A key for a log line, a terminal or a mail: control characters, line and paragraph separators and
     * direction marks become {@code \}{@code uXXXX}, so that a key can forge no line and move no cursor.
     */
    public static String printable(String key) {
        StringBuilder text = null;
        for (int i = 0; i < key.length(); i++) {
            char c = key.charAt(i);
            boolean plain =
                    switch (Character.getType(c)) {
                        case Character.CONTROL,
                                Character.FORMAT,
                                Character.LINE_SEPARATOR,
                                Character.PARAGRAPH_SEPARATOR -> false;
                        default -> true;
                    };
            if (!plain && text == null) {
                text = new StringBuilder(key.length() + 16).append(key, 0, i);
            }
            if (text != null) {
                if (plain) {
                    text.append(c);
                } else {
                    text.append(String.format("\\u%04x", (int) c));
                }
            }
        }
        return text == null ? key : text.toString();
    }
}
