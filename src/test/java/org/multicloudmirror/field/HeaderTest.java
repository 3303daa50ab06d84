package org.multicloudmirror.field;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.multicloudmirror.cloud.StoredObject;
import org.multicloudmirror.cloud.quirk.Header;

/** Header values that are not what they should be. */
class HeaderTest extends FieldTest {

    @Test
    void aValueInLatin1IsReadAsSuch() {
        cloud.swift().put("src", "k", "x");
        cloud.switchOn(new Header("k", "X-Object-Meta-City", "Z\u00fcrich"));

        FieldResult result = mirror(Way.TO_S3);

        assertThat(result.exit()).as(result.told()).isZero();
        StoredObject copy = cloud.s3().object("dst", "k").orElseThrow();
        // RFC 2047, as S3 holds what is not ASCII
        assertThat(copy.header("x-amz-meta-city").orElseThrow())
                .startsWith("=?UTF-8?")
                .doesNotContain("77-9");
        cloud.switchOff(new Header("k", "X-Object-Meta-City", "Z\u00fcrich"));
        FieldResult back = run.mirror("s3://dst->cf://back");
        assertThat(back.exit()).as(back.told()).isZero();
        assertThat(cloud.swift().object("back", "k").orElseThrow().header("X-Object-Meta-City"))
                .contains("Z\u00fcrich");
    }

    @Test
    void theTokenOfAWayOfSendingIsNoCoding() {
        cloud.s3().put("src", "one", "x".getBytes(UTF_8), Map.of("Content-Encoding", "aws-chunked"));
        cloud.s3().put("src", "two", "x".getBytes(UTF_8), Map.of("Content-Encoding", "aws-chunked,gzip"));
        cloud.s3().put("src", "three", "x".getBytes(UTF_8), Map.of("Content-Encoding", "gzip, aws-chunked"));

        FieldResult result = mirror(Way.TO_SWIFT);

        assertThat(result.exit()).as(result.told()).isZero();
        assertThat(encoding("one")).isEmpty();
        assertThat(encoding("two")).isEqualTo("gzip");
        assertThat(encoding("three")).isEqualTo("gzip");
        assertNothingIsLeftToDo(Way.TO_SWIFT);
    }

    private String encoding(String key) {
        return cloud.swift()
                .object("dst", key)
                .orElseThrow()
                .header("Content-Encoding")
                .orElse("");
    }
}
