package org.multicloudmirror.driver.jclouds;

import java.nio.charset.StandardCharsets;
import org.multicloudmirror.driver.AnswerLimits;
import org.multicloudmirror.driver.PageCursor;

/** Texts of JSON in a page that is scanned (RFC 8259, section 7). */
final class JsonText {

    private static final int NONE = PageCursor.NONE;

    /** What can be escaped by one character, and what it stands for. */
    private static final String SHORT = "\"\\/bfnrt";

    private static final String MEANT = "\"\\/\b\f\n\r\t";
    private static final int OF_UNICODE = 6;

    private final PageCursor page;

    JsonText(PageCursor page) {
        this.page = page;
    }

    /** Goes to the quote behind a text; false where there is none that can be scanned. */
    boolean skip() {
        byte[] bytes = page.bytes();
        int end = page.end();
        int at = page.at();
        while (at < end && bytes[at] != '"') {
            byte b = bytes[at];
            int length = b == '\\' ? escape(at) : b >= 0 && b < ' ' ? NONE : 1;
            if (length == NONE) {
                return false;
            }
            at += length;
        }
        page.to(at);
        return at < end;
    }

    /**
     * Goes to the quote behind a key.
     *
     * @param keys gets its bytes; it has room for the longest
     * @param from where it is to begin there
     * @return where it ends there; {@link PageCursor#NONE} where there is none that can be scanned
     */
    int copy(byte[] keys, int from) {
        byte[] bytes = page.bytes();
        int at = page.at();
        int most = Math.min(page.end(), at + AnswerLimits.SCANNED_KEY);
        int to = from;
        while (at < most && bytes[at] != '"') {
            byte b = bytes[at];
            if (b == '\\') {
                int length = escape(at);
                if (length == NONE) {
                    return NONE;
                }
                for (byte one : meant(at, length).getBytes(StandardCharsets.UTF_8)) {
                    keys[to++] = one;
                }
                at += length;
            } else if (b >= 0 && b < ' ') {
                return NONE;
            } else {
                keys[to++] = b;
                at++;
            }
        }
        page.to(at);
        return at < most ? to : NONE;
    }

    /** How many bytes an escape takes; both halves of a surrogate pair are one. */
    private int escape(int at) {
        if (at + 1 >= page.end()) {
            return NONE;
        }
        byte kind = page.bytes()[at + 1];
        if (kind != 'u') {
            return SHORT.indexOf(kind) < 0 ? NONE : 2;
        }
        int unit = page.hex(at + 2, 4);
        if (unit == NONE || Character.isLowSurrogate((char) unit)) {
            return NONE;
        }
        return Character.isHighSurrogate((char) unit) ? pair(at) : OF_UNICODE;
    }

    private int pair(int at) {
        int second = at + OF_UNICODE;
        int unit = page.hex(second + 2, 4);
        boolean isPair = unit != NONE
                && page.bytes()[second] == '\\'
                && page.bytes()[second + 1] == 'u'
                && Character.isLowSurrogate((char) unit);
        return isPair ? 2 * OF_UNICODE : NONE;
    }

    private String meant(int at, int length) {
        if (length == 2) {
            int place = SHORT.indexOf(page.bytes()[at + 1]);
            return MEANT.substring(place, place + 1);
        }
        String first = String.valueOf((char) page.hex(at + 2, 4));
        return length == OF_UNICODE ? first : first + (char) page.hex(at + OF_UNICODE + 2, 4);
    }
}
