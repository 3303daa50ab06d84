package org.multicloudmirror.storage;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;

/**
 * Keys are UTF-8 byte strings to every store; these are the rules that follow for Java's UTF-16. Some stores hold keys that
 * are no UTF-8: of those each byte that is none stands as a lone surrogate, U+DC00 and the byte (as in PEP 383), so that
 * no two keys become one and each can be named; {@link #isReadable} tells them.
 */
public final class Keys {

    /**
     * Unsigned UTF-8 byte order, the order of every listing. It differs from {@link String#compareTo} where a
     * surrogate pair (U+10000 and up) meets U+E000 to U+FFFF.
     */
    public static final Comparator<String> ORDER = Keys::compare;

    /** Why an object with a key that is not readable is not asked for. */
    public static final String UNREADABLE =
            "its name is not UTF-8, or not written as the store says; rename it: no other store could hold it";

    private static final String CHANGED =
            "look for a proxy that changes paths (merged slashes, decoded or normalised characters)";

    /** Why an object that a listing names is not to be reached. */
    public static final String HIDDEN = "the listing names it, and the store answers 404 to whoever asks for it; "
            + CHANGED + ", or for a key in another encoding";

    /** Why an object is not to be reached whose path leads to another one. */
    public static final String ELSEWHERE =
            "its path leads to another object than the one that the listing has of this name; " + CHANGED;

    private static final int ESCAPE = 0xdc00;
    private static final char REPLACEMENT = '\ufffd';

    /** What proxies and servers decode, beside what is not ASCII. */
    private static final String DECODED = "%+;\\";

    private Keys() {}

    /** Whether a key is Unicode, as keys are to be. */
    public static boolean isReadable(String key) {
        for (int i = 0; i < key.length(); i++) {
            if (Character.isSurrogate(key.charAt(i)) && isLone(key, i)) {
                return false;
            }
        }
        return true;
    }

    /** Whether nothing between here and the store has a reason to take the key for another one. */
    public static boolean isPlain(String key) {
        int segment = 0;
        for (int i = 0; i < key.length(); i++) {
            char c = key.charAt(i);
            if (c < ' ' || c > '~' || DECODED.indexOf(c) >= 0) {
                return false;
            }
            if (c == '/') {
                if (i == segment || isDots(key, segment, i)) {
                    return false;
                }
                segment = i + 1;
            }
        }
        return !isDots(key, segment, key.length());
    }

    /** Whether a segment of a path is one that servers resolve: one dot or two. */
    private static boolean isDots(String key, int from, int to) {
        return to > from && to - from <= 2 && key.charAt(from) == '.' && key.charAt(to - 1) == '.';
    }

    /** A key for a file of UTF-8: as it is where it can be, and else as it is printed. */
    public static String written(String key) {
        return isReadable(key) ? key : printable(key);
    }

    /** A key of the bytes that a store has it in, be they UTF-8 or not. */
    public static String of(byte[] bytes) {
        return of(bytes, 0, bytes.length);
    }

    /** A key of some of these bytes. */
    public static String of(byte[] bytes, int from, int to) {
        String key = new String(bytes, from, to - from, StandardCharsets.UTF_8);
        // what stands for bytes that are no UTF-8, mostly
        return key.indexOf(REPLACEMENT) < 0 ? key : escaped(Arrays.copyOfRange(bytes, from, to));
    }

    private static String escaped(byte[] bytes) {
        CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer key = CharBuffer.allocate(bytes.length);
        for (CoderResult result = utf8.decode(in, key, true);
                result.isMalformed();
                result = utf8.decode(in, key, true)) {
            for (int i = 0; i < result.length(); i++) {
                key.put((char) (ESCAPE + (in.get() & 0xff)));
            }
        }
        return key.flip().toString();
    }

    /** The bytes that a store has a key in. */
    public static byte[] bytes(String key) {
        if (isReadable(key)) {
            return key.getBytes(StandardCharsets.UTF_8);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(key.length() * 2);
        for (int i = 0; i < key.length(); i += Character.charCount(key.codePointAt(i))) {
            int point = key.codePointAt(i);
            if (point > ESCAPE + 0x7f && point <= ESCAPE + 0xff) {
                bytes.write(point - ESCAPE);
            } else if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
                bytes.write(0xe0 | (point >> 12));
                bytes.write(0x80 | ((point >> 6) & 0x3f));
                bytes.write(0x80 | (point & 0x3f));
            } else {
                bytes.writeBytes(Character.toString(point).getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private static boolean isLone(String key, int at) {
        return Character.isHighSurrogate(key.charAt(at))
                ? at + 1 == key.length() || !Character.isLowSurrogate(key.charAt(at + 1))
                : at == 0 || !Character.isHighSurrogate(key.charAt(at - 1));
    }

    private static int compare(String a, String b) {
        int end = Math.min(a.length(), b.length());
        for (int i = 0; i < end; i++) {
            char x = a.charAt(i);
            char y = b.charAt(i);
            if (x != y) {
                if ((Character.isSurrogate(x) && isLone(a, i)) || (Character.isSurrogate(y) && isLone(b, i))) {
                    return Arrays.compareUnsigned(bytes(a), bytes(b));
                }
                return Character.isSurrogate(x) == Character.isSurrogate(y)
                        ? Character.compare(x, y)
                        : Character.isSurrogate(x) ? 1 : -1;
            }
        }
        return Integer.compare(a.length(), b.length());
    }

    /**
     * A key for a log line, a terminal or a mail: control characters, line and paragraph separators and
     * direction marks become {@code \}{@code uXXXX}, so that a key can forge no line and move no cursor; a byte that is no
     * UTF-8 becomes {@code \xE9}.
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
                        case Character.SURROGATE -> !isLone(key, i);
                        default -> true;
                    };
            if (!plain && text == null) {
                text = new StringBuilder(key.length() + 16).append(key, 0, i);
            }
            if (text != null) {
                if (plain) {
                    text.append(c);
                } else {
                    boolean isByte = c > ESCAPE + 0x7f && c <= ESCAPE + 0xff;
                    text.append(isByte ? String.format("\\x%02X", c - ESCAPE) : String.format("\\u%04x", (int) c));
                }
            }
        }
        return text == null ? key : text.toString();
    }
}
