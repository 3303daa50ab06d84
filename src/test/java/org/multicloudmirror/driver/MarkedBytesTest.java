package org.multicloudmirror.driver;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.multicloudmirror.storage.Keys;

class MarkedBytesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<a>b</a>\r\n\t",
                "&amp;&lt;&#65;&#x1F30A;&#10;&#;&#x;&#xyz;&",
                "<a><![CDATA[&#0;]]&#7;]] >&#1;]]]></a><!--&#9;--><![CDATA[]]><![CDATA[&#2;",
                "<!-- &#1; -- > &#2; ->&#3;--><?x &#4; ? >&#5;?><a>-->?>]]></a><!--&#6;",
                "<",
                "<!",
                "<!-",
                "<?",
                "caf\u00e9 \ud83c\udf0a \ue000 \ufffd"
            })
    void leavesWhatParsersTake(String text) throws IOException {
        MarkedBytes marked = MarkedBytes.xml(body(text.getBytes(UTF_8), 3));

        assertThat(new String(marked.readAllBytes(), UTF_8)).isEqualTo(text);
        assertThat(marked.unmarked("\udbff\udee9")).as("a key of its own").isEqualTo("\udbff\udee9");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"caf\u00e9.txt", "\u0080\u00ff", "a\u00c3", "\u00f0\u009f", "\u00ed\u00a0\u0080", "\u00c0\u00af"
            })
    void keepsEachByteThatIsNoUtf8(String latin1) throws IOException {
        byte[] bytes = latin1.getBytes(ISO_8859_1);

        assertThat(read(bytes)).isEqualTo(Keys.of(bytes));
        assertThat(Keys.isReadable(read(bytes))).isFalse();
    }

    @Test
    void keepsWhatXmlHasNoPlaceFor() throws IOException {
        assertThat(read("a\u0001&#7;&#x1f;\uffff&#65534;b".getBytes(UTF_8)))
                .isEqualTo("a\u0001\u0007\u001f\uffff\ufffeb");
        assertThat(Keys.printable(read("&#xD800;".getBytes(UTF_8)))).isEqualTo("\\xED\\xA0\\x80");
    }

    /** In such a section, and only there, a reference is text. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 9, 8192})
    void readsReferencesOutsideOfCdataOnly(int chunk) throws IOException {
        String text = "&#1;<![CDATA[&#2;]&#3;]]&#4;]]>&#5;![CDATA[&#6;< ![CDATA[&#7;]]>&#8;<![CDATA[]]]>&#14;";
        MarkedBytes marked = MarkedBytes.xml(body(text.getBytes(UTF_8), chunk));

        assertThat(marked.unmarked(new String(marked.readAllBytes(), UTF_8)))
                .isEqualTo(
                        "\u0001<![CDATA[&#2;]&#3;]]&#4;]]>\u0005![CDATA[\u0006< ![CDATA[\u0007]]>\u0008<![CDATA[]]]>\u000e");
    }

    /** What begins or ends one kind of section means nothing in another. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!-- no <![CDATA[ here -->",
                "<!-- no <?x here -->",
                "<!----><!---->",
                "<!-->-->",
                "<?x <![CDATA[ <!-- ?>",
                "<??>",
                "<?>?>",
                "<![CDATA[<!--]]>",
                "<![CDATA[<?x --> ?> ]] >]]>",
                "<a b='?'/>",
                "<!DOCTYPE a>"
            })
    void readsReferencesBehindEachSection(String section) throws IOException {
        String text = section + "<Key>t&#x1;x</Key>" + section + "&#2;";
        for (int chunk : new int[] {1, 2, 3, 5, 9, 8192}) {
            MarkedBytes marked = MarkedBytes.xml(body(text.getBytes(UTF_8), chunk));

            assertThat(marked.unmarked(new String(marked.readAllBytes(), UTF_8)))
                    .isEqualTo(section + "<Key>t\u0001x</Key>" + section + "\u0002");
        }
    }

    /** Wherever a body is cut, the same comes out of it. */
    @Test
    void readsAcrossChunks() throws IOException {
        byte[] text =
                "\u00e9\ud83c\udf0a&#7;&amp;\u0001&#9;&#1114111;".repeat(3000).getBytes(UTF_8);
        String whole = read(text);
        for (int chunk : new int[] {1, 2, 5, 7, 8191, 8203}) {
            MarkedBytes marked = MarkedBytes.xml(body(text, chunk));
            assertThat(marked.unmarked(new String(marked.readAllBytes(), UTF_8)))
                    .isEqualTo(whole);
        }
    }

    private static String read(byte[] bytes) throws IOException {
        MarkedBytes marked = MarkedBytes.xml(body(bytes, bytes.length));
        return marked.unmarked(new String(marked.readAllBytes(), UTF_8));
    }

    private static InputStream body(byte[] bytes, int chunk) {
        return new ByteArrayInputStream(bytes) {
            @Override
            public int read(byte[] buffer, int offset, int length) {
                return super.read(buffer, offset, Math.min(length, chunk));
            }
        };
    }
}
