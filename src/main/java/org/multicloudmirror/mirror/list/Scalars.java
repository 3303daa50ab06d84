package org.multicloudmirror.mirror.list;

import java.util.Optional;

/**
 * Unicode's scalar values, all code points but the surrogates, counted without a gap: what keys consist of, in the order
 * of their UTF-8 bytes. Pure.
 */
final class Scalars {

    /** The last printable character of ASCII: where keys keep to it, what follows need not be asked for. */
    static final int LAST_ASCII = '~';

    private static final int SURROGATES = Character.MAX_SURROGATE - Character.MIN_SURROGATE + 1;
    private static final int LAST = Character.MAX_CODE_POINT - SURROGATES;

    private Scalars() {}

    /** Whether a code point is no surrogate. */
    static boolean isScalar(int codePoint) {
        return codePoint < Character.MIN_SURROGATE || codePoint > Character.MAX_SURROGATE;
    }

    /** How many scalar values come before one. */
    static int index(int scalar) {
        return scalar < Character.MIN_SURROGATE ? scalar : scalar - SURROGATES;
    }

    /** The scalar value that so many come before. */
    static int at(int index) {
        return index < Character.MIN_SURROGATE ? index : index + SURROGATES;
    }

    /**
     * The text of the first scalar value from an index on that every store can be asked for and can repeat in its answer:
     * one that XML 1.0 has (section 2.2).
     */
    static String sendable(int index) {
        int from = Math.min(index, LAST);
        while (!isInXml(at(from))) {
            from++;
        }
        return Character.toString(at(from));
    }

    private static boolean isInXml(int scalar) {
        return scalar >= ' '
                ? scalar != 0xfffe && scalar != 0xffff
                : scalar == '\t' || scalar == '\n' || scalar == '\r';
    }

    /** The scalar value that comes behind the beginning of a text; empty when it has another beginning, or ends there. */
    static Optional<Integer> following(String text, String beginning) {
        return text.startsWith(beginning) && text.length() > beginning.length()
                ? Optional.of(text.codePointAt(beginning.length())).filter(Scalars::isScalar)
                : Optional.empty();
    }
}
