package org.multicloudmirror.driver.s3;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.multicloudmirror.driver.BulkAnswer;
import org.multicloudmirror.storage.AccessDeniedException;
import org.multicloudmirror.storage.RejectedException;
import org.multicloudmirror.storage.ThrottledException;
import org.multicloudmirror.storage.TransientStoreException;

class S3BulkDeleteTest {

    /** Servers that do not know references by number would delete another key. */
    @Test
    void escapesWhatXmlMustHaveEscapedAndNothingElse() {
        assertThat(new String(S3BulkDelete.request(List.of("a/b c'd\"e=+%41;", "<&>&#47;", "\ud800\udc00ä")), UTF_8))
                .isEqualTo("<Delete xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">"
                        + "<Object><Key>a/b c'd\"e=+%41;</Key></Object>"
                        + "<Object><Key>&lt;&amp;&gt;&amp;#47;</Key></Object>"
                        + "<Object><Key>\ud800\udc00ä</Key></Object></Delete>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0001",
                "a\u001fb",
                "\uffff",
                "\ufffe",
                "\ud800",
                "\udce9",
                "a\rb",
                "a\nb",
                "a\tb",
                " a",
                "a ",
                "\u007f",
                "\u0085",
                "\u3000a"
            })
    void knowsWhatNotEveryServerTakesFromXml(String key) {
        assertThat(S3BulkDelete.canHold(key)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "\ue000", "\ufffd", "\ud800\udc00", "<&>'\"", "a//b"})
    void knowsWhatXmlCanHold(String key) {
        assertThat(S3BulkDelete.canHold(key)).isTrue();
    }

    @Test
    void readsWhatWasDeletedAndWhatFailed() {
        BulkAnswer answer = read("""
                <?xml version="1.0"?><DeleteResult>
                <Deleted><Key>e</Key><DeleteMarker>true</DeleteMarker></Deleted><Deleted><Key>e</Key></Deleted>
                <Error><Key>a</Key><Code>AccessDenied</Code><Message>Not yours</Message></Error>
                <Error><Key>b&amp;c</Key><Code>InternalError</Code></Error>
                <Deleted><Key>a</Key></Deleted>
                <Error><Code>Other</Code><Key>c</Key></Error><Error><Key>g</Key><Code>NoSuchKey</Code></Error>
                </DeleteResult>""", "a", "b&c", "c", "d", "e", "g");

        assertThat(answer.deleted()).containsExactly("e");
        assertThat(answer.failures()).containsOnlyKeys("a", "b&c", "c");
        assertThat(answer.failures().get("a"))
                .isInstanceOf(AccessDeniedException.class)
                .hasMessageStartingWith("s3://bucket/a: AccessDenied: Not yours; ");
        assertThat(answer.failures().get("b&c")).isInstanceOf(TransientStoreException.class);
        assertThat(answer.failures().get("c")).isInstanceOf(RejectedException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<DeleteResult/>",
                "<DeleteResult><Deleted></Deleted></DeleteResult>",
                "<DeleteResult><Deleted><Key>a&amp;#47;b</Key></Deleted><Deleted><Key>a%2Fb</Key></Deleted></DeleteResult>",
                "<DeleteResult><Error><Key>else</Key><Code>AccessDenied</Code></Error></DeleteResult>",
                "<html><body>OK</body></html>",
                "{}",
            })
    void believesNoOtherAnswer(String answer) {
        assertThat(read(answer, "a/b")).isEqualTo(BulkAnswer.NOTHING);
    }

    /** That an answer breaks off, or that another one has deleted the key, is no habit of the service. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<DeleteResult><Deleted><Key>a/b</K",
                "<DeleteResult><Error><Key>a/b</Key><Code>NoSuchKey</Code></Error></DeleteResult>"
            })
    void provesNothingAndIsUnderstood(String answer) {
        assertThat(read(answer, "a/b")).isEqualTo(new BulkAnswer(Set.of(), Map.of(), true));
    }

    @Test
    void believesABrokenAnswerAsFarAsItGoes() {
        assertThat(read("<DeleteResult><Deleted><Key>a</Key></Deleted><Deleted><Key>b</Ke", "a", "b")
                        .deleted())
                .containsExactly("a");
    }

    @Test
    void fallsForNoErrorBehindASuccess() {
        assertThatExceptionOfType(ThrottledException.class)
                .isThrownBy(() -> read("<Error><Code>SlowDown</Code><Message>Later</Message></Error>", "a"))
                .withMessage("deleting in s3://bucket: 200, and behind it SlowDown: Later");
    }

    private static BulkAnswer read(String answer, String... keys) {
        return S3BulkDelete.read(new ByteArrayInputStream(answer.getBytes(UTF_8)), "s3", "bucket", List.of(keys));
    }
}
