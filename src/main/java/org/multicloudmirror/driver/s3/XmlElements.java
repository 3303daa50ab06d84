package org.multicloudmirror.driver.s3;

import static org.multicloudmirror.driver.PageCursor.ascii;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import org.multicloudmirror.driver.AnswerLimits;
import org.multicloudmirror.driver.PageCursor;

/** Elements of XML in a page that is scanned: without attributes, with a text without references, or none. */
final class XmlElements {

    private static final Set<String> PAGE_FIELDS = Set.of(
            "Name",
            "Prefix",
            "Delimiter",
            "MaxKeys",
            "EncodingType",
            "IsTruncated",
            "NextContinuationToken",
            "NextMarker",
            "Marker",
            "KeyCount",
            "ContinuationToken",
            "StartAfter");

    private static final int LONGEST_NAME = 32;
    private static final byte[] END_TAG = ascii("</");
    private static final boolean[] IS_TEXT = text();

    private final PageCursor page;

    XmlElements(PageCursor page) {
        this.page = page;
    }

    /**
     * Goes behind an element whose text is not looked at; false where there is none of these.
     *
     * @param names each with the sign that ends a tag
     */
    boolean skip(byte[][] names) {
        if (!page.skip('<')) {
            return false;
        }
        for (byte[] name : names) {
            if (page.skip(name)) {
                int from = page.at();
                return skipText()
                        && page.at() - from <= AnswerLimits.SCANNED_KEY
                        && page.skip(END_TAG)
                        && page.skip(name);
            }
        }
        return false;
    }

    /** Goes behind an element that tells something of the page; false where there is none. */
    boolean skip(S3PageFields fields) {
        if (!page.skip('<')) {
            return false;
        }
        String tag = tag();
        boolean isEmpty = tag.endsWith("/");
        String name = isEmpty ? tag.substring(0, tag.length() - 1) : tag;
        if (!PAGE_FIELDS.contains(name) || !page.skip('>')) {
            return false;
        }
        if (isEmpty) {
            fields.text(name, "");
            return true;
        }
        int from = page.at();
        if (!skipText() || page.at() - from > AnswerLimits.SCANNED_KEY) {
            return false;
        }
        String text = text(from);
        fields.text(name, text);
        return text.chars().allMatch(c -> c < 0x80) && page.skip(END_TAG) && page.skip(ascii(name)) && page.skip('>');
    }

    /** What stands before the end of a tag, be it there or not. */
    private String tag() {
        byte[] bytes = page.bytes();
        int from = page.at();
        int end = Math.min(page.end(), from + LONGEST_NAME);
        int at = from;
        while (at < end && bytes[at] != '>') {
            at++;
        }
        page.to(at);
        return text(from);
    }

    private boolean skipText() {
        byte[] bytes = page.bytes();
        int end = page.end();
        int at = page.at();
        while (at < end && (bytes[at] < 0 || IS_TEXT[bytes[at]])) {
            at++;
        }
        page.to(at);
        return at < end && bytes[at] == '<';
    }

    /** A byte that is not ASCII becomes a character of its own. */
    private String text(int from) {
        return new String(page.bytes(), from, page.at() - from, StandardCharsets.ISO_8859_1);
    }

    private static boolean[] text() {
        boolean[] text = new boolean[128];
        Arrays.fill(text, ' ', 0x7f, true);
        text['<'] = false;
        text['>'] = false;
        text['&'] = false;
        return text;
    }
}
