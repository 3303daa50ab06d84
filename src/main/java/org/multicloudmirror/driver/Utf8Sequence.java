package org.multicloudmirror.driver;

/** Tells the sequences of bytes that are one character in UTF-8 (RFC 3629, section 4) beyond ASCII. */
final class Utf8Sequence {

    private Utf8Sequence() {}

    /** How long a sequence is that begins so; 1 where none does. */
    static int length(int first) {
        return first < 0xc2 || first > 0xf4 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
    }

    /**
     * Whether these bytes are one.
     *
     * @param length that the first byte tells of
     */
    static boolean isAt(byte[] bytes, int at, int length) {
        if (length == 1) {
            return false;
        }
        int first = bytes[at] & 0xff;
        int second = bytes[at + 1] & 0xff;
        int least = first == 0xe0 ? 0xa0 : first == 0xf0 ? 0x90 : 0x80;
        int most = first == 0xed ? 0x9f : first == 0xf4 ? 0x8f : 0xbf;
        if (second < least || second > most) {
            return false;
        }
        for (int i = 2; i < length; i++) {
            if ((bytes[at + i] & 0xc0) != 0x80) {
                return false;
            }
        }
        return true;
    }
}
