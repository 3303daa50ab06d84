package org.multicloudmirror.driver.s3;

import java.util.Arrays;
import org.multicloudmirror.driver.AnswerLimits;
import org.multicloudmirror.driver.PageCursor;
import org.multicloudmirror.driver.ScannedEntries;
import org.multicloudmirror.storage.Keys;

/** The keys of a page that is scanned, as bytes: what they show of their form, and how they are decoded where they stand. */
final class ScannedKeys {

    /** May be encoded: a percent sign, or a plus sign. */
    private static final int CODED = 1;

    /** Stands in no key that is encoded. */
    private static final int NEVER_LEFT = 2;

    /** Has a meaning in XML, or is for its parser to judge. */
    private static final int UNRECOGNISED = 4;

    private static final byte[] KINDS = kinds();

    private final PageCursor page;
    private final ScannedEntries entries;
    private boolean isCoded;
    private boolean isPlain;
    private int end;

    ScannedKeys(PageCursor page, ScannedEntries entries) {
        this.page = page;
        this.entries = entries;
    }

    /** Begins an entry. */
    void clear() {
        end = entries.keyEnd();
    }

    /** Where the key of the entry ends, for which there was one. */
    int end() {
        return end;
    }

    /** Whether the entry has had a key. */
    boolean isFound() {
        return end > entries.keyEnd();
    }

    /** Goes behind a key, to the next element; false where it is nothing to be scanned. */
    boolean skip() {
        byte[] bytes = page.bytes();
        byte[] keys = entries.keys();
        byte[] kindOf = KINDS;
        int from = page.at();
        int most = Math.min(page.end(), from + AnswerLimits.SCANNED_KEY);
        int at = from;
        int to = entries.keyEnd();
        int kinds = 0;
        while (at < most && bytes[at] != '<') {
            byte b = bytes[at];
            kinds |= kindOf[b & 0xff];
            keys[to] = b;
            to++;
            at++;
        }
        if (at == from || at == most || (kinds & UNRECOGNISED) != 0) {
            return false;
        }
        isPlain |= (kinds & NEVER_LEFT) != 0 || ((kinds & CODED) != 0 && !isEncoded(from, at));
        isCoded |= (kinds & CODED) != 0;
        end = to;
        page.to(at);
        return true;
    }

    /** Whether each percent sign has its digits. */
    private boolean isEncoded(int from, int to) {
        byte[] bytes = page.bytes();
        for (int i = from; i < to; i++) {
            if (bytes[i] == '%' && (i + 2 >= to || page.hex(i + 1, 2) == PageCursor.NONE)) {
                return false;
            }
        }
        return true;
    }

    /** Whether one of them cannot be encoded. */
    boolean showNoEncoding() {
        return isPlain;
    }

    /** Decodes those of all entries, if they have shown that it can be done. */
    void decode() {
        byte[] keys = entries.keys();
        int from = 0;
        int to = 0;
        for (int i = 0; isCoded && i < entries.count(); i++) {
            int behind = entries.keyTo(i);
            while (from < behind) {
                byte b = keys[from];
                if (b == '%') {
                    keys[to] = (byte) (16 * PageCursor.digit(keys[from + 1]) + PageCursor.digit(keys[from + 2]));
                    from += 3;
                } else {
                    keys[to] = b == '+' ? (byte) ' ' : b;
                    from++;
                }
                to++;
            }
            entries.keyTo(i, to);
        }
    }

    /** Whether all of them, as they are now, begin with a prefix. */
    boolean beginWith(String prefix) {
        byte[] keys = entries.keys();
        byte[] wanted = Keys.bytes(prefix);
        for (int i = 0; i < entries.count(); i++) {
            int from = entries.keyFrom(i);
            if (entries.keyTo(i) - from < wanted.length
                    || !Arrays.equals(keys, from, from + wanted.length, wanted, 0, wanted.length)) {
                return false;
            }
        }
        return true;
    }

    private static byte[] kinds() {
        byte[] kinds = new byte[256];
        for (int c = 0; c < kinds.length; c++) {
            kinds[c] = (byte) (ListedKeys.isNeverLeft(c) ? NEVER_LEFT : 0);
        }
        Arrays.fill(kinds, 0, ' ', (byte) UNRECOGNISED);
        for (char c : new char[] {'&', '<', '>', 0x7f}) {
            kinds[c] = UNRECOGNISED;
        }
        kinds['%'] = CODED;
        kinds['+'] = CODED;
        return kinds;
    }
}
