package org.multicloudmirror.driver;

import java.io.ByteArrayOutputStream;
import org.multicloudmirror.storage.Keys;

/**
 * The private characters that stand for bytes which a parser would not take, one a byte. Keys with these of their own
 * are not told from marked ones.
 */
final class ByteMarks {

    /** How long a mark is, in bytes. */
    static final int LENGTH = 4;

    /** The mark of a byte is this and the byte. */
    private static final int FIRST = 0x10fe00;

    private static final char HIGH = '\udbff';

    private ByteMarks() {}

    /** Writes the mark of a byte, and returns the place behind it. */
    static int write(int value, byte[] text, int at) {
        int point = FIRST + value;
        text[at] = (byte) (0xf0 | (point >> 18));
        text[at + 1] = (byte) (0x80 | ((point >> 12) & 0x3f));
        text[at + 2] = (byte) (0x80 | ((point >> 6) & 0x3f));
        text[at + 3] = (byte) (0x80 | (point & 0x3f));
        return at + LENGTH;
    }

    /** The key that a text is: each mark in it stands for its byte. */
    static String unmarked(String text) {
        if (text.indexOf(HIGH) < 0) {
            return text;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length() * 2);
        text.codePoints().forEach(point -> {
            if (point >= FIRST && point <= FIRST + 0xff) {
                bytes.write(point - FIRST);
            } else {
                bytes.writeBytes(Keys.bytes(Character.toString(point)));
            }
        });
        return Keys.of(bytes.toByteArray());
    }
}
