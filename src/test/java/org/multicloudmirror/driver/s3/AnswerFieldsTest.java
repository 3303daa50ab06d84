package org.multicloudmirror.driver.s3;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerFieldsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a&amp;b&lt;c&#39;d e\u00e9",
                "a&#38;b&#60;c&apos;d e&#xe9;",
                "<![CDATA[a&b<c'd e\u00e9]]>",
                "\n  a&amp;b<![CDATA[<c']]>d e\u00e9\n"
            })
    void readsATextHoweverItIsWritten(String written) {
        AnswerFields answer = AnswerFields.of("\n\n<?xml version=\"1.0\"?>\n<s3:Result xmlns:s3=\"urn:s3\"><s3:Id>"
                + written + "</s3:Id></s3:Result>");

        assertThat(answer.root()).isEqualTo("Result");
        assertThat(answer.text("Id")).isEqualTo("a&b<c'd e\u00e9");
        assertThat(answer.isError()).isFalse();
    }

    @Test
    void takesTheFirstOfEachName() {
        AnswerFields answer = AnswerFields.of("<Error><Code>A</Code><Other><Code>B</Code></Other></Error>");

        assertThat(answer.isError()).isTrue();
        assertThat(answer.text("Code")).isEqualTo("A");
        assertThat(answer.text("Message")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no XML", "{\"Code\": \"A\"}", "<html><p>x</html>"})
    void findsNothingInAnythingElse(String text) {
        assertThat(AnswerFields.of(text).text("Code")).isEmpty();
        assertThat(AnswerFields.of(text).isError()).isFalse();
    }

    @Test
    void hasWhatCameBeforeTheBreak() {
        assertThat(AnswerFields.of("<Error><Code>A</Code><Message>m").text("Code"))
                .isEqualTo("A");
    }
}
