package org.multicloudmirror.driver.s3;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.multicloudmirror.http.Endpoint;
import org.multicloudmirror.http.HttpRoute;
import org.multicloudmirror.http.HttpTransport;
import org.multicloudmirror.it.servers.Answer;
import org.multicloudmirror.it.servers.FakeS3;
import org.multicloudmirror.storage.CopyRefusedException;
import org.multicloudmirror.storage.CorruptCopyException;
import org.multicloudmirror.storage.ETag;
import org.multicloudmirror.storage.ObjectInfo;
import org.multicloudmirror.storage.ObjectLocation;
import org.multicloudmirror.storage.ObjectMetadata;
import org.multicloudmirror.storage.TransientStoreException;
import org.multicloudmirror.storage.Upload;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;

/** Services that say that they have written something, and not what: the object is asked once. */
class S3SilentAnswersTest {

    private static final ETag MD5 = ETag.parse("b6d767d2f8ed5d21a44b0e5886680cb9");
    private static final ETag OTHER = ETag.parse("c4ca4238a0b923820dcc509a6f75849b");

    private final FakeS3 s3 = new FakeS3();
    private final S3Store store = new S3Store(
            new S3Settings(
                    "s3", Endpoint.parse(s3.endpoint()), "us-east-1", true, "", AnonymousCredentialsProvider.create()),
            new HttpTransport(2, new HttpRoute(Duration.ofSeconds(5), Duration.ofSeconds(30))));

    @AfterEach
    void close() {
        store.close();
        s3.close();
    }

    @Test
    void anObjectIsAskedForItsTagWhereThePutDoesNotTell() {
        s3.next("PUT b/k", Answer.text(200, "")).next("HEAD b/k", object(MD5, 2));

        assertThat(put()).isEqualTo(MD5);
        assertThat(s3.requests()).containsExactly("PUT b/k", "HEAD b/k");
    }

    @Test
    void oneThatHasNoneIsBelievedForItsSize() {
        s3.next("PUT b/k", Answer.text(200, "")).next("HEAD b/k", object(ETag.NONE, 2));
        assertThat(put()).isEqualTo(ETag.NONE);

        s3.next("PUT b/k", Answer.text(200, "")).next("HEAD b/k", object(ETag.NONE, 1));
        assertThatThrownBy(this::put)
                .isInstanceOf(CorruptCopyException.class)
                .hasMessage("s3://b/k: the store holds 1 bytes of the 2 sent");
    }

    @Test
    void anotherOneIsACorruptCopy() {
        s3.next("PUT b/k", Answer.text(200, "")).next("HEAD b/k", object(OTHER, 2));

        assertThatThrownBy(this::put).isInstanceOf(CorruptCopyException.class);
    }

    @Test
    void oneThatIsNotThereIsNoSuccess() {
        s3.bucket("b");
        s3.next("PUT b/k", Answer.text(200, ""));

        assertThatThrownBy(this::put).isInstanceOf(TransientStoreException.class);
    }

    @Test
    void aCopyIsAskedForItsTagWhereTheAnswerDoesNotTell() {
        s3.next("PUT b/k", Answer.text(200, "<CopyObjectResult><ETag></ETag></CopyObjectResult>"))
                .next("HEAD b/k", Answer.error(404, "NoSuchKey"), object(MD5, 2));

        assertThat(copy()).isEqualTo(MD5);
    }

    @Test
    void aCopyThatStillTellsNothingIsMadeAnotherWay() {
        s3.next("PUT b/k", Answer.text(200, "<CopyObjectResult/>"))
                .next("HEAD b/k", Answer.error(404, "NoSuchKey"), object(ETag.opaque("odd"), 2));

        assertThatThrownBy(this::copy).isInstanceOf(CopyRefusedException.class);
    }

    private ETag put() {
        Upload upload = new Upload(ObjectMetadata.EMPTY, 2, MD5, new ByteArrayInputStream("22".getBytes(UTF_8)));
        return store.put("b", "k", upload);
    }

    private ETag copy() {
        ObjectInfo as = new ObjectInfo(2, MD5, Instant.EPOCH, ObjectMetadata.EMPTY);
        return store.copy(new ObjectLocation("s3", "b", "source"), as, "b", "k");
    }

    private static Answer object(ETag tag, int size) {
        return exchange -> {
            if (tag.isKnown()) {
                exchange.getResponseHeaders().set("ETag", '"' + tag.value() + '"');
            }
            exchange.getResponseHeaders().set("Content-Length", Integer.toString(size));
            exchange.sendResponseHeaders(200, -1);
        };
    }
}
