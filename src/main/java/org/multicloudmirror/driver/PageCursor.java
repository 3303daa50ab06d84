package org.multicloudmirror.driver;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A place among the bytes of a page, for a scanner: it moves on over what it recognises, and else stays where it is. */
public final class PageCursor {

    /** The answer where there is not what was asked for. */
    public static final int NONE = -1;

    /** What fits into a number for certain. */
    private static final int DIGITS = 18;

    private static final byte[] HEX = hex();

    private final byte[] bytes;
    private final int end;
    private int at;

    /**
     * @param page all of it
     */
    public PageCursor(PageBytes page) {
        this.bytes = page.bytes();
        this.end = page.length();
    }

    /** The bytes of a text, to be asked for. */
    public static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** The page's bytes, up to {@link #end}. */
    public byte[] bytes() {
        return bytes;
    }

    /** Where the page ends. */
    public int end() {
        return end;
    }

    public int at() {
        return at;
    }

    /** Goes to a place. */
    public void to(int place) {
        at = place;
    }

    public boolean isAtEnd() {
        return at == end;
    }

    /** The byte at a distance from here; 0 behind the end. */
    public int ahead(int distance) {
        return at + distance < end ? bytes[at + distance] : 0;
    }

    /** Whether this comes here; goes behind it then. */
    public boolean skip(char c) {
        if (at == end || bytes[at] != c) {
            return false;
        }
        at++;
        return true;
    }

    /** Whether this comes here; goes behind it then. */
    public boolean skip(byte[] text) {
        int behind = at + text.length;
        if (behind > end || !Arrays.equals(bytes, at, behind, text, 0, text.length)) {
            return false;
        }
        at = behind;
        return true;
    }

    /** Goes behind white space, as XML and JSON have it. */
    public void skipBlank() {
        while (at < end && (bytes[at] == ' ' || bytes[at] == '\n' || bytes[at] == '\r' || bytes[at] == '\t')) {
            at++;
        }
    }

    /** Goes behind a whole number without sign or leading zeros; {@link #NONE} where there is none, or one too large. */
    public long number() {
        int i = at;
        long number = 0;
        while (i < end && bytes[i] >= '0' && bytes[i] <= '9') {
            number = 10 * number + bytes[i] - '0';
            i++;
        }
        int digits = i - at;
        if (digits == 0 || digits > DIGITS || (digits > 1 && bytes[at] == '0')) {
            return NONE;
        }
        at = i;
        return number;
    }

    /** The number that so many hexadecimal digits at a place stand for; {@link #NONE} where these are not there. */
    public int hex(int place, int digits) {
        if (place + digits > end) {
            return NONE;
        }
        int value = 0;
        for (int i = place; i < place + digits; i++) {
            int digit = digit(bytes[i]);
            if (digit < 0) {
                return NONE;
            }
            value = 16 * value + digit;
        }
        return value;
    }

    /** The value of a hexadecimal digit; less than 0 for what is none. */
    public static int digit(byte b) {
        return HEX[b & 0xff];
    }

    private static byte[] hex() {
        byte[] values = new byte[256];
        for (int c = 0; c < values.length; c++) {
            values[c] = (byte) (c < 0x80 ? Character.digit(c, 16) : NONE);
        }
        return values;
    }
}
