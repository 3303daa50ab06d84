package org.multicloudmirror.driver;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.multicloudmirror.storage.ETag;

/** The tag of an entry, read where it stands. */
public final class ScannedTag {

    private static final int MD5_DIGITS = 32;
    private static final int LONGEST = 1024;
    private static final boolean[] IS_TAG = tag();

    private final PageCursor page;
    private int from;
    private int to;
    private long high;
    private long low;
    private boolean areDigits;
    private boolean isMd5;

    public ScannedTag(PageCursor page) {
        this.page = page;
    }

    /** There is none. */
    public void clear() {
        from = page.at();
        to = from;
        isMd5 = false;
    }

    /** Goes behind a tag without quotes, which may be empty; false where it is longer than tags are. */
    public boolean skip() {
        from = page.at();
        isMd5 = page.end() - from > MD5_DIGITS && isMd5();
        if (!isMd5) {
            skipOther();
        }
        return to - from <= LONGEST;
    }

    private boolean isMd5() {
        high = half(from);
        low = half(from + MD5_DIGITS / 2);
        to = from + MD5_DIGITS;
        page.to(to);
        return areDigits && !isOfTag(page.bytes()[to]);
    }

    private long half(int begin) {
        byte[] bytes = page.bytes();
        long half = 0;
        int all = 0;
        for (int i = begin; i < begin + MD5_DIGITS / 2; i++) {
            int digit = PageCursor.digit(bytes[i]);
            half = half << 4 | digit;
            all |= digit;
        }
        areDigits = all >= 0 && (begin == from || areDigits);
        return half;
    }

    private void skipOther() {
        byte[] bytes = page.bytes();
        int end = page.end();
        int at = from;
        while (at < end && isOfTag(bytes[at])) {
            at++;
        }
        to = at;
        page.to(at);
    }

    private static boolean isOfTag(byte b) {
        return b >= 0 && IS_TAG[b];
    }

    /** Whether it is empty. */
    public boolean isEmpty() {
        return from == to;
    }

    /** Whether it is written so. */
    public boolean is(byte[] text) {
        return Arrays.equals(page.bytes(), from, to, text, 0, text.length);
    }

    /** Makes it that of the entry. */
    public void to(ScannedEntries entries) {
        if (isMd5) {
            entries.md5(high, low);
        } else {
            entries.tag(ETag.parse(text()));
        }
    }

    /** The same where it is not the MD5 of the content, whatever it looks like. */
    public void opaqueTo(ScannedEntries entries) {
        entries.tag(ETag.opaque(text()));
    }

    private String text() {
        return new String(page.bytes(), from, to - from, StandardCharsets.US_ASCII);
    }

    /** ASCII's letters and digits, and what comes before the number of parts. */
    private static boolean[] tag() {
        boolean[] tag = new boolean[128];
        for (int c = 0; c < tag.length; c++) {
            tag[c] = Character.isLetterOrDigit(c) || c == '-';
        }
        return tag;
    }
}
