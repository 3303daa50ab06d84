package org.multicloudmirror.it.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.multicloudmirror.it.servers.Answer;
import org.multicloudmirror.it.servers.FakeS3;
import org.multicloudmirror.storage.ArchivedException;
import org.multicloudmirror.storage.CopyRefusedException;
import org.multicloudmirror.storage.ETag;
import org.multicloudmirror.storage.ObjectInfo;
import org.multicloudmirror.storage.ObjectLocation;
import org.multicloudmirror.storage.ObjectMetadata;
import org.multicloudmirror.storage.TransientStoreException;

/** What S3 may answer when it is to copy by itself. */
class CopyRepliesIT {

    private static final String MD5 = "9a0364b9e99bb480dd25e1f0284c8555";
    private static final String WHERE = "subject://b/copy: ";

    private final FakeS3 server = new FakeS3();
    private final OpenStore open = new OpenStore(server.asStore());

    @AfterEach
    void close() {
        open.close();
        server.close();
    }

    @ParameterizedTest
    @CsvSource({"&quot;%s&quot;", "&#34;%s&#34;", "\"%s\"", "%s"})
    void readsTheTagHoweverItIsQuoted(String tag) {
        assertThat(copy(copied(tag.formatted(MD5)))).isEqualTo(ETag.parse(MD5));
    }

    @ParameterizedTest
    @CsvSource({"InternalError", "SlowDown", "SomethingNew"})
    void takesNoErrorForASuccess(String code) {
        assertThatExceptionOfType(TransientStoreException.class)
                .isThrownBy(() -> copy(Answer.error(200, code)))
                .withMessage(WHERE + "200, and behind it " + code + ": as scripted");
    }

    @Test
    void provesTheCopyByItsTag() {
        assertThatExceptionOfType(CopyRefusedException.class)
                .isThrownBy(() -> copy(copied("d41d8cd98f00b204e9800998ecf8427e")))
                .withMessage(WHERE + "the copy has ETag d41d8cd98f00b204e9800998ecf8427e, its source " + MD5)
                .satisfies(refusal -> assertThat(refusal.isLasting()).isTrue());
        assertThat(server.requests()).containsExactly("HEAD b/copy", "PUT b/copy", "DELETE b/copy");
    }

    @ParameterizedTest
    @CsvSource({"''", "9a0364b9e99bb480dd25e1f0284c8555-1"})
    void takesNoOtherTagForAProof(String tag) {
        server.next("HEAD b/copy", Answer.error(404, "NoSuchKey"));
        server.always("HEAD b/copy", exchange -> {
            exchange.getResponseHeaders().set("ETag", '"' + tag + '"');
            Answer.text(200, "").give(exchange);
        });

        assertThatExceptionOfType(CopyRefusedException.class)
                .isThrownBy(() -> copy(copied(tag)))
                .withMessage(WHERE + "the copy's ETag \"" + tag + "\" proves nothing")
                .satisfies(refusal -> assertThat(refusal.isLasting()).isTrue());
    }

    @ParameterizedTest
    @CsvSource({
        "403, AccessDenied, true",
        "405, MethodNotAllowed, true",
        "501, NotImplemented, true",
        "404, NoSuchBucket, true",
        "404, NoSuchKey, false",
        "400, InvalidRequest, false"
    })
    void isRefused(int status, String code, boolean lasting) {
        assertThatExceptionOfType(CopyRefusedException.class)
                .isThrownBy(() -> copy(Answer.error(status, code)))
                .withMessageStartingWith(WHERE + status + " " + code)
                .satisfies(refusal -> assertThat(refusal.isLasting()).isEqualTo(lasting));
    }

    @Test
    void tellsThatTheSourceChanged() {
        assertThatExceptionOfType(TransientStoreException.class)
                .isThrownBy(() -> copy(Answer.error(412, "PreconditionFailed")))
                .withMessage(WHERE + "its source changed while it was copied");
    }

    @ParameterizedTest
    @CsvSource({"403, InvalidObjectState", "403, ObjectNotInActiveTierError", "200, InvalidObjectState"})
    void tellsThatTheSourceIsArchived(int status, String code) {
        assertThatExceptionOfType(ArchivedException.class).isThrownBy(() -> copy(Answer.error(status, code)));
    }

    @Test
    void mayBeTriedAgainWhenTheServerIsBusy() {
        assertThatExceptionOfType(TransientStoreException.class).isThrownBy(() -> copy(Answer.error(503, "SlowDown")));
    }

    private ETag copy(Answer answer) {
        server.next("PUT b/copy", answer);
        ObjectInfo as = new ObjectInfo(4, ETag.parse(MD5), Instant.EPOCH, ObjectMetadata.EMPTY);
        return open.store().copy(new ObjectLocation("subject", "b", "source"), as, "b", "copy");
    }

    private static Answer copied(String tag) {
        return Answer.text(
                200,
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?><CopyObjectResult><LastModified>2026-01-01T00:00:00Z"
                        + "</LastModified><ETag>" + tag + "</ETag></CopyObjectResult>");
    }
}
