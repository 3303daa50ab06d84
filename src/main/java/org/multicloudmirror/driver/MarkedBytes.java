package org.multicloudmirror.driver;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.multicloudmirror.storage.Keys;

/**
 * A listing in a form that its parser takes whatever keys are in it: a byte that is no UTF-8, and a character that the
 * format has no place for, is read as private characters, one a byte, and {@link #unmarked} makes the key of them. One
 * key that cannot be read would otherwise hide all others.
 */
public final class MarkedBytes extends InputStream {

    /** The private characters: this and the byte. Keys with these of their own are not told from marked ones. */
    private static final int MARK = 0x10fe00;

    private static final char MARK_HIGH = '\udbff';
    private static final int CHUNK = 8192;

    /** The longest reference to a character by number, in bytes. */
    private static final int LONGEST_REFERENCE = 12;

    private static final boolean[] PLAIN_JSON = XmlSection.plain("");

    private final InputStream body;
    private final boolean isXml;
    private final byte[] raw = new byte[CHUNK + LONGEST_REFERENCE];
    private final byte[] clean = new byte[raw.length * 4];
    private int held;
    private int next;
    private int end;
    private boolean isOver;
    private boolean hasMarks;
    private XmlSection section = XmlSection.CONTENT;
    private boolean[] plain;
    private byte before;

    private MarkedBytes(InputStream body, boolean isXml) {
        this.body = body;
        this.isXml = isXml;
        this.plain = isXml ? section.plain() : PLAIN_JSON;
    }

    /** A body that is to be XML 1.0. */
    public static MarkedBytes xml(InputStream body) {
        return new MarkedBytes(body, true);
    }

    /** A body that is to be JSON. */
    public static MarkedBytes json(InputStream body) {
        return new MarkedBytes(body, false);
    }

    /** A key as the store has it, of a text that the parser read. */
    public String unmarked(String text) {
        if (!hasMarks || text.indexOf(MARK_HIGH) < 0) {
            return text;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length() * 2);
        text.codePoints().forEach(point -> {
            if (point >= MARK && point <= MARK + 0xff) {
                bytes.write(point - MARK);
            } else {
                bytes.writeBytes(Keys.bytes(Character.toString(point)));
            }
        });
        return Keys.of(bytes.toByteArray());
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        while (next == end) {
            if (isOver) {
                return -1;
            }
            fill();
        }
        int count = Math.min(length, end - next);
        System.arraycopy(clean, next, buffer, offset, count);
        next += count;
        return count;
    }

    private void fill() throws IOException {
        int read = body.read(raw, held, raw.length - held);
        isOver = read < 0;
        int limit = held + Math.max(0, read);
        next = 0;
        end = 0;
        int at = 0;
        while (at < limit) {
            at = copyPlain(at, limit);
            if (at == limit) {
                break;
            }
            int taken = take(at, limit);
            if (taken == 0) {
                break;
            }
            at += taken;
        }
        before = at > 0 ? raw[at - 1] : before;
        held = limit - at;
        System.arraycopy(raw, at, raw, 0, held);
    }

    /** Nearly all there is: a listing of a million keys has some hundred million such bytes. */
    private int copyPlain(int from, int limit) {
        boolean[] isPlain = plain;
        int at = from;
        while (at < limit && raw[at] >= 0 && isPlain[raw[at]]) {
            at++;
        }
        copy(from, at - from);
        return at;
    }

    /** How many bytes were handled; none where more are needed to tell what it is. */
    private int take(int at, int limit) {
        int first = raw[at] & 0xff;
        if (first >= 0x80) {
            return takeBeyondAscii(at, limit);
        }
        if (first < ' ' && first != '\t' && first != '\n' && first != '\r') {
            put(first);
            return 1;
        }
        if (!isXml) {
            return copy(at, 1);
        }
        return first == '&' && section == XmlSection.CONTENT ? takeReference(at, limit) : takeBorder(at, limit);
    }

    /** May end one section and begin another. */
    private int takeBorder(int at, int limit) {
        boolean isMarkup = section != XmlSection.CONTENT || (at > 0 ? raw[at - 1] : before) == '<';
        for (XmlSection follower : isMarkup ? section.followers() : List.<XmlSection>of()) {
            byte[] border = section.borderTo(follower);
            int length = Math.min(border.length, limit - at);
            boolean isLike = Arrays.equals(raw, at, at + length, border, 0, length);
            if (isLike && length == border.length) {
                section = follower;
                plain = follower.plain();
                return copy(at, length);
            }
            if (isLike && !isOver) {
                return 0;
            }
        }
        return copy(at, 1);
    }

    private int copy(int at, int length) {
        System.arraycopy(raw, at, clean, end, length);
        end += length;
        return length;
    }

    private int takeBeyondAscii(int at, int limit) {
        int length = length(raw[at] & 0xff);
        if (at + length > limit && !isOver) {
            return 0;
        }
        boolean isOne = at + length <= limit && isSequence(at, length);
        if (isOne && !(isXml && isNoCharacter(at, length))) {
            return copy(at, length);
        }
        int marked = isOne ? length : 1;
        for (int i = 0; i < marked; i++) {
            put(raw[at + i] & 0xff);
        }
        return marked;
    }

    /** How long a sequence is that begins so (RFC 3629, section 4). */
    private static int length(int first) {
        return first < 0xc2 || first > 0xf4 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
    }

    private boolean isSequence(int at, int length) {
        if (length == 1) {
            return false;
        }
        int first = raw[at] & 0xff;
        int second = raw[at + 1] & 0xff;
        int least = first == 0xe0 ? 0xa0 : first == 0xf0 ? 0x90 : 0x80;
        int most = first == 0xed ? 0x9f : first == 0xf4 ? 0x8f : 0xbf;
        if (second < least || second > most) {
            return false;
        }
        for (int i = 2; i < length; i++) {
            if ((raw[at + i] & 0xc0) != 0x80) {
                return false;
            }
        }
        return true;
    }

    /** U+FFFE and U+FFFF. */
    private boolean isNoCharacter(int at, int length) {
        return length == 3 && (raw[at] & 0xff) == 0xef && (raw[at + 1] & 0xff) == 0xbf && (raw[at + 2] & 0xff) >= 0xbe;
    }

    private int takeReference(int at, int limit) {
        int last = at + 1;
        while (last < limit && last < at + LONGEST_REFERENCE && raw[last] != ';') {
            last++;
        }
        if (last == limit && limit - at < LONGEST_REFERENCE && !isOver) {
            return 0;
        }
        int point = last < limit && raw[last] == ';' ? point(at, last) : ' ';
        if (isOfXml(point)) {
            return copy(at, 1);
        }
        for (byte b : Keys.bytes(Character.toString(point))) {
            put(b & 0xff);
        }
        return last + 1 - at;
    }

    /** The character that a reference by number is to; any of XML's for what is no such reference. */
    private int point(int at, int last) {
        String reference = new String(raw, at, last - at, StandardCharsets.ISO_8859_1);
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

    /** XML 1.0, production 2. */
    private static boolean isOfXml(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= ' ' && c <= 0xd7ff)
                || (c >= 0xe000 && c <= 0xfffd)
                || c > 0xffff;
    }

    private void put(int value) {
        hasMarks = true;
        int point = MARK + value;
        clean[end++] = (byte) (0xf0 | (point >> 18));
        clean[end++] = (byte) (0x80 | ((point >> 12) & 0x3f));
        clean[end++] = (byte) (0x80 | ((point >> 6) & 0x3f));
        clean[end++] = (byte) (0x80 | (point & 0x3f));
    }
}
