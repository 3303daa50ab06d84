package org.multicloudmirror.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReportHtmlTest {

    @ParameterizedTest
    @MethodSource("org.multicloudmirror.report.Sample#all")
    void rendersTheStatusMail(Sample sample) throws IOException {
        Golden.assertMatches(sample.file("html"), ReportHtml.render(sample.report(), "1.2.3"));
    }

    @Test
    void letsNoKeyNoteOrReasonBecomeMarkup() {
        String html = ReportHtml.render(Sample.AWKWARD_KEYS.report(), "1.2.3");

        assertThat(html)
                .contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &lt;b&gt;&quot;")
                .contains("prefix &quot;&lt;i&gt;&quot; is odd")
                .contains("cf://photos said: &lt;html&gt;\\u000a502 Bad Gateway&lt;/html&gt;")
                .doesNotContain("<script", "<i>", "<b>");
    }

    @Test
    void showsControlAndDirectionCharactersInsteadOfObeyingThem() {
        String html = ReportHtml.render(Sample.AWKWARD_KEYS.report(), "1.2.3");

        assertThat(html).contains("line\\u000abreak", "\\u001b[2Jterminal", "rtl\\u202egpj.exe");
        assertThat(html.replace("\n", "")).doesNotContainPattern("[\\p{Cc}\\p{Cf}]");
    }

    @ParameterizedTest
    @MethodSource("org.multicloudmirror.report.Sample#all")
    void fetchesAndRunsNothing(Sample sample) {
        assertThat(ReportHtml.render(sample.report(), "1.2.3"))
                .doesNotContainIgnoringCase("<link", "<img", "<style", "src=", "href=", "url(", "@import", "onload=");
    }

    @ParameterizedTest
    @MethodSource("org.multicloudmirror.report.Sample#all")
    void saysTheStatusInWords(Sample sample) {
        assertThat(ReportHtml.render(sample.report(), "1.2.3"))
                .contains(">" + StatusWords.headline(sample.report().status()) + "</div>");
    }
}
