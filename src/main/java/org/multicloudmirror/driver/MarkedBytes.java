package org.multicloudmirror.driver;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import org.multicloudmirror.storage.Keys;

/**
 * A listing in a form that its parser takes whatever keys are in it: a byte that is no UTF-8, and a character that the
 * format has no place for, is read as private characters, one a byte, and {@link #unmarked} makes the key of them. One
 * key that cannot be read would otherwise hide all others.
 */
public final class MarkedBytes extends InputStream {

    private static final int CHUNK = 8192;

    private static final boolean[] PLAIN_JSON = XmlSection.plain("");

    private final InputStream body;
    private final boolean isXml;
    private final byte[] raw = new byte[CHUNK + XmlCharacters.LONGEST_REFERENCE];
    private final byte[] clean = new byte[raw.length * ByteMarks.LENGTH];
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
        return hasMarks ? ByteMarks.unmarked(text) : text;
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
        int length = Utf8Sequence.length(raw[at] & 0xff);
        if (at + length > limit && !isOver) {
            return 0;
        }
        boolean isOne = at + length <= limit && Utf8Sequence.isAt(raw, at, length);
        if (isOne && !(isXml && XmlCharacters.lacks(raw, at, length))) {
            return copy(at, length);
        }
        int marked = isOne ? length : 1;
        for (int i = 0; i < marked; i++) {
            put(raw[at + i] & 0xff);
        }
        return marked;
    }

    private int takeReference(int at, int limit) {
        int last = at + 1;
        while (last < limit && last < at + XmlCharacters.LONGEST_REFERENCE && raw[last] != ';') {
            last++;
        }
        if (last == limit && limit - at < XmlCharacters.LONGEST_REFERENCE && !isOver) {
            return 0;
        }
        int point = last < limit && raw[last] == ';' ? XmlCharacters.referredTo(raw, at, last) : ' ';
        if (XmlCharacters.has(point)) {
            return copy(at, 1);
        }
        for (byte b : Keys.bytes(Character.toString(point))) {
            put(b & 0xff);
        }
        return last + 1 - at;
    }

    private void put(int value) {
        hasMarks = true;
        end = ByteMarks.write(value, clean, end);
    }
}
