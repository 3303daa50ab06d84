package org.multicloudmirror.driver.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Headers that a user adds: each goes where it belongs, and nothing else gets through. */
class FurtherHeadersTest {

    @Test
    void areReadAndSorted() {
        FurtherHeaders headers = FurtherHeaders.parse(" X-Amz-Request-Payer : requester;"
                + "x-amz-server-side-encryption:aws:kms; x-amz-server-side-encryption-aws-kms-key-id:"
                + " arn:aws:kms:eu-west-1:1:key/a;x-amz-grant-read: id=\"1\", uri=\"http://acs/a\"; ;");

        assertThat(headers.ofRequests()).isEqualTo(Map.of("x-amz-request-payer", "requester"));
        assertThat(headers.ofObjects())
                .isEqualTo(Map.of(
                        "x-amz-server-side-encryption", "aws:kms",
                        "x-amz-server-side-encryption-aws-kms-key-id", "arn:aws:kms:eu-west-1:1:key/a",
                        "x-amz-grant-read", "id=\"1\", uri=\"http://acs/a\""));
        assertThat(FurtherHeaders.parse("")).isEqualTo(FurtherHeaders.NONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "authorization",
                "host",
                "content-length",
                "x-amz-date",
                "x-amz-copy-source",
                "x-amz-meta-a",
                "etag",
                "x-amz-storage-class",
                "x-amz-server-side-encryption-customer-key",
                "x-amz-content-sha256",
                "a b",
                ""
            })
    void refuseWhatIsNotInTheList(String name) {
        assertThatThrownBy(() -> FurtherHeaders.parse(name + ": secret"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("\"" + name.replace(' ', '?') + "\" is not among x-amz-acl, ")
                .hasMessageNotContaining("secret");
    }

    @ParameterizedTest
    @CsvSource({
        "x-amz-acl, 'private\r\nHost: evil'",
        "x-amz-acl, ''",
        "x-amz-acl, Private",
        "x-amz-request-payer, me",
        "x-amz-expected-bucket-owner, 123",
        "x-amz-grant-read, 'id=ü'",
        "x-amz-grant-read, 'a\tb'",
        "x-amz-grant-read, 'a\u0000b'",
        "x-amz-server-side-encryption-bucket-key-enabled, yes",
        "x-amz-server-side-encryption-context, '{\"a\": 1}'",
        "x-amz-server-side-encryption, 'a\nb'"
    })
    void refuseAValueThatCannotBeSent(String name, String value) {
        assertThatThrownBy(() -> FurtherHeaders.parse(name + ": " + value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("the value of " + name + " cannot be sent: it has to be ")
                .hasMessageNotContaining("evil");
    }

    @Test
    void refuseWhatCannotBeRead() {
        assertThatThrownBy(() -> FurtherHeaders.parse("x-amz-acl: private; requester"))
                .hasMessage("part 2 has no colon; write name: value; name: value");
        assertThatThrownBy(() -> FurtherHeaders.parse("x-amz-acl: private; X-AMZ-ACL: private"))
                .hasMessage("x-amz-acl is there twice; write it once");
    }
}
