package org.multicloudmirror.driver.s3;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.multicloudmirror.http.Endpoint;
import org.multicloudmirror.http.HttpRoute;
import org.multicloudmirror.http.HttpTransport;
import org.multicloudmirror.it.servers.Answer;
import org.multicloudmirror.it.servers.FakeS3;
import org.multicloudmirror.storage.ETag;
import org.multicloudmirror.storage.LargeObjects;
import org.multicloudmirror.storage.ObjectMetadata;
import org.multicloudmirror.storage.PartedUpload;
import org.multicloudmirror.storage.PartsRefusedException;
import org.multicloudmirror.storage.RejectedException;
import org.multicloudmirror.storage.SentPart;
import org.multicloudmirror.storage.Upload;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;

/** Services that take other parts than Amazon's. */
class S3PartsTest {

    private static final PartedUpload UPLOAD = new PartedUpload("b", "k", "id");
    private static final ETag MD5 = ETag.parse("b6d767d2f8ed5d21a44b0e5886680cb9");

    private final FakeS3 s3 = new FakeS3();
    private final S3Store store = new S3Store(
            new S3Settings(
                    "s3", Endpoint.parse(s3.endpoint()), "us-east-1", true, "", AnonymousCredentialsProvider.create()),
            new HttpTransport(2, new HttpRoute(Duration.ofSeconds(5), Duration.ofSeconds(30))));
    private final LargeObjects large = store.largeObjects().orElseThrow();

    @AfterEach
    void close() {
        store.close();
        s3.close();
    }

    @Test
    void anObjectIsBegunAnewInEqualParts() {
        Answer unequal = Answer.error(400, "InvalidPart");
        for (Answer answer : List.of(unequal, Answer.error(200, "InvalidPart"))) {
            s3.next("POST b/k", answer);

            assertThatThrownBy(() -> complete(7 << 20, 9 << 20, 1))
                    .isInstanceOf(PartsRefusedException.class)
                    .hasMessage("s3://b/k: the store takes other parts; it is begun anew with those");
        }
        assertThat(large.limits("b").areEqual()).isTrue();
    }

    @Test
    void anObjectIsBegunAnewInFewerParts() {
        s3.next("PUT b/k", Answer.error(400, "InvalidArgument"));

        assertThatThrownBy(() -> put(1001))
                .isInstanceOf(PartsRefusedException.class)
                .hasMessage("s3://b/k: the store takes fewer parts; it is begun anew with those");
        assertThat(large.limits("b").mostParts()).isEqualTo(1000);
    }

    @Test
    void aPartThatIsRefusedForItselfIs() {
        s3.next("PUT b/k", Answer.error(400, "InvalidArgument"));

        assertThatThrownBy(() -> put(3)).isInstanceOf(RejectedException.class);
        assertThat(large.limits("b").mostParts()).isEqualTo(10_000);
    }

    private void put(int number) {
        large.put(
                UPLOAD,
                number,
                new Upload(ObjectMetadata.EMPTY, 2, MD5, new ByteArrayInputStream("22".getBytes(UTF_8))));
    }

    private void complete(int... sizes) {
        List<SentPart> parts = new ArrayList<>();
        for (int size : sizes) {
            parts.add(new SentPart(parts.size() + 1, size, MD5, MD5));
        }
        large.complete(UPLOAD, ObjectMetadata.EMPTY, parts);
    }
}
