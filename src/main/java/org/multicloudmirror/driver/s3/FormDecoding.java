package org.multicloudmirror.driver.s3;

import java.io.ByteArrayOutputStream;
import org.multicloudmirror.storage.Keys;

/** The encoding that a listing may have ({@code encoding-type=url}): that of HTML forms, where a space is a plus sign, too. */
final class FormDecoding {

    private FormDecoding() {}

    /** What a text stands for, be it UTF-8 or not; the text itself where it is not encoded. */
    static String decoded(String text) {
        if (text.indexOf('%') < 0 && text.indexOf('+') < 0) {
            return text;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '%') {
                int value = value(text, i);
                if (value < 0) {
                    return text;
                }
                bytes.write(value);
                i += 2;
            } else if (c == '+') {
                bytes.write(' ');
            } else {
                String character = Character.toString(text.codePointAt(i));
                bytes.writeBytes(Keys.bytes(character));
                i += character.length() - 1;
            }
        }
        return Keys.of(bytes.toByteArray());
    }

    /** The byte that a percent sign and two digits stand for; less than 0 where there are none. */
    static int value(String text, int at) {
        if (at + 2 >= text.length()) {
            return -1;
        }
        int high = Character.digit(text.charAt(at + 1), 16);
        int low = Character.digit(text.charAt(at + 2), 16);
        return high < 0 || low < 0 ? -1 : high * 16 + low;
    }
}
