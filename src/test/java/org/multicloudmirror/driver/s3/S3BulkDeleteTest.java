package org.multicloudmirror.driver.s3;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.multicloudmirror.storage.AccessDeniedException;
import org.multicloudmirror.storage.RejectedException;
import org.multicloudmirror.storage.StoreException;
import org.multicloudmirror.storage.TransientStoreException;

class S3BulkDeleteTest {

    @Test
    void writesWhatNoParserFolds() {
        assertThat(new String(S3BulkDelete.request(List.of("a1 ", "<&>\r\n", "\ud800\udc00")), UTF_8))
                .isEqualTo("<Delete xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><Quiet>true</Quiet>"
                        + "<Object><Key>a1&#32;</Key></Object>"
                        + "<Object><Key>&#60;&#38;&#62;&#13;&#10;</Key></Object>"
                        + "<Object><Key>&#65536;</Key></Object></Delete>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0001", "a\u001fb", "\uffff", "\ufffe"})
    void knowsWhatXmlCannotHold(String key) {
        assertThat(S3BulkDelete.canHold(key)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a\tb\r\n", "\ue000", "\ufffd", "\ud800\udc00", "\u007f\u0085\u2028"})
    void knowsWhatXmlCanHold(String key) {
        assertThat(S3BulkDelete.canHold(key)).isTrue();
    }

    @Test
    void readsWhatFailed() throws IOException {
        Map<String, StoreException> failures = failures("""
                <?xml version="1.0"?><DeleteResult>
                <Error><Key>a</Key><Code>AccessDenied</Code><Message>no</Message></Error>
                <Error><Key>b&#10;</Key><Code>InternalError</Code></Error>
                <Error><Code>Other</Code><Key>c</Key></Error></DeleteResult>""", "a", "b\n", "c", "d");

        assertThat(failures.get("a"))
                .isInstanceOf(AccessDeniedException.class)
                .hasMessage("s3://bucket/a: AccessDenied");
        assertThat(failures.get("b\n")).isInstanceOf(TransientStoreException.class);
        assertThat(failures.get("c")).isInstanceOf(RejectedException.class);
        assertThat(failures).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<DeleteResult>",
                "<Error><Code>InternalError</Code></Error>",
                "<DeleteResult><Error><Key>else</Key><Code>AccessDenied</Code></Error></DeleteResult>",
                "<html></html>"
            })
    void trustsNoOtherAnswer(String answer) {
        assertThatIOException().isThrownBy(() -> failures(answer, "a"));
    }

    private static Map<String, StoreException> failures(String answer, String... keys) throws IOException {
        return S3BulkDelete.failures(new ByteArrayInputStream(answer.getBytes(UTF_8)), List.of(keys), "s3://bucket");
    }
}
