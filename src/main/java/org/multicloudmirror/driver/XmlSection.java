package org.multicloudmirror.driver;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import java.util.List;

/** What a stretch of an XML text is. A reference to a character is one in content only. */
final class XmlSection {

    static final XmlSection CONTENT = new XmlSection("", "", "&!?");

    /** Those that begin in content, behind a "<". */
    private static final List<XmlSection> MARKUP = List.of(
            new XmlSection("![CDATA[", "]]>", "]"), new XmlSection("!--", "-->", "-"), new XmlSection("?", "?>", "?"));

    private final byte[] begin;
    private final byte[] end;
    private final boolean[] plain;

    private XmlSection(String begin, String end, String halts) {
        this.begin = begin.getBytes(US_ASCII);
        this.end = end.getBytes(US_ASCII);
        this.plain = plain(halts);
    }

    /** By byte, ASCII that is passed on without a look. */
    boolean[] plain() {
        return plain;
    }

    /** Those that may follow this one. */
    List<XmlSection> followers() {
        return this == CONTENT ? MARKUP : List.of(CONTENT);
    }

    /** What stands between this one and a follower. */
    byte[] borderTo(XmlSection follower) {
        return this == CONTENT ? follower.begin : end;
    }

    /**
     * By byte, whether it is printable ASCII.
     *
     * @param exceptions those that are not counted to it
     */
    static boolean[] plain(String exceptions) {
        boolean[] plain = new boolean[128];
        Arrays.fill(plain, ' ', 127, true);
        exceptions.chars().forEach(c -> plain[c] = false);
        return plain;
    }
}
