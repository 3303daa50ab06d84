package org.multicloudmirror.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReportTextTest {

    @ParameterizedTest
    @MethodSource("org.multicloudmirror.report.Sample#all")
    void rendersTheStatusMail(Sample sample) throws IOException {
        Golden.assertMatches(sample.file("txt"), ReportText.render(sample.report(), "1.2.3"));
    }

    @Test
    void letsNoKeyForgeALineOrMoveTheCursor() {
        String text = ReportText.render(Sample.AWKWARD_KEYS.report(), "1.2.3");

        assertThat(text).contains("  line\\u000abreak (1 B)\n", "  \\u001b[2Jterminal (2 B)\n");
        assertThat(text.replace("\n", "")).doesNotContainPattern("\\p{Cntrl}");
    }

    @Test
    void saysHowManyScenariosCouldNotRunWhenThereAreSeveral() {
        assertThat(ReportText.render(Sample.COULD_NOT_RUN.report(), "1.2.3"))
                .startsWith("multi-cloud-mirror: COULD NOT RUN\nThe scenario could not run to the end.\n");
        assertThat(ReportText.render(Sample.TWO_SCENARIOS.report(), "1.2.3"))
                .startsWith("multi-cloud-mirror: COULD NOT RUN\n1 of 2 scenarios could not run to the end.\n");
    }

    @Test
    void namesTheFirstHundredAndCountsTheRest() {
        String text = ReportText.render(Sample.CUT_LIST.report(), "1.2.3");

        assertThat(text).contains("Failed (250)\n", "logs/100.gz", "  ... and 150 more\n");
        assertThat(text).doesNotContain("logs/101.gz");
    }
}
