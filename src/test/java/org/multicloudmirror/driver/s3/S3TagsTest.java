package org.multicloudmirror.driver.s3;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class S3TagsTest {

    @Test
    void readsTags() throws IOException {
        assertThat(
                        read(
                                "<Tagging xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><TagSet>"
                                        + "<Tag><Key>a b</Key><Value>c&amp;d</Value></Tag><Tag><Key>e</Key><Value/></Tag></TagSet></Tagging>"))
                .isEqualTo(Map.of("a b", "c&d", "e", ""));
        assertThat(read("<Tagging><TagSet/></Tagging>")).isEmpty();
    }

    @Test
    void takesNoHalfAnswerForAllTags() {
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> read("<Tagging><TagSet><Tag><Key>a</Key><Value>b</Value></Tag>"));
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> read("<html/>"));
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> read("<Error><Code>AccessDenied</Code></Error>"))
                .withMessage("the answer has no tags but the error AccessDenied");
    }

    private static Map<String, String> read(String text) throws IOException {
        return S3Tags.read(new ByteArrayInputStream(text.getBytes(UTF_8)));
    }
}
