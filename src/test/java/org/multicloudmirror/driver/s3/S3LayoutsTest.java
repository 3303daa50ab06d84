package org.multicloudmirror.driver.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.multicloudmirror.http.Endpoint;
import org.multicloudmirror.http.HttpRoute;
import org.multicloudmirror.http.HttpTransport;
import org.multicloudmirror.it.servers.Answer;
import org.multicloudmirror.it.servers.FakeS3;
import org.multicloudmirror.storage.AssembledTag;
import org.multicloudmirror.storage.ETag;
import org.multicloudmirror.storage.ObjectInfo;
import org.multicloudmirror.storage.ObjectMetadata;
import org.multicloudmirror.storage.PartLayout;
import org.multicloudmirror.storage.PartLayout.Basis;
import org.multicloudmirror.storage.SourceChangedException;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;

/** Services that tell the parts of their objects in a way of their own, or not at all. */
class S3LayoutsTest {

    private static final String TAG = "0123456789abcdef0123456789abcdef-2";
    private static final long MIB = 1 << 20;

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
    void believesWhatIsTold() {
        s3.next("HEAD b/k", part(TAG, 6 * MIB, "2"), part(TAG, 3 * MIB, "2"));

        assertThat(layouts()).containsExactly(told(6 * MIB, 3 * MIB));
    }

    @Test
    void asksNoMoreOfAServiceThatComparesThePartsTag() {
        s3.next("HEAD b/k", Answer.text(412, ""), part(TAG, 9 * MIB, ""));

        assertThat(layouts()).extracting(PartLayout::basis).containsOnly(Basis.GUESSED);
        assertThat(layouts()).isNotEmpty();
        assertThat(s3.requests()).containsExactly("HEAD b/k", "HEAD b/k");
    }

    @Test
    void anObjectThatChangedHasChanged() {
        s3.next("HEAD b/k", Answer.text(412, ""), part("another-2", 9 * MIB, ""));

        assertThatThrownBy(this::layouts)
                .isInstanceOf(SourceChangedException.class)
                .hasMessage("s3://b/k: it changed while it was read");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 405, 416, 501})
    void asksNoMoreOfAServiceThatKnowsNoParts(int status) {
        s3.next("HEAD b/k", Answer.text(status, ""));

        assertThat(layouts()).extracting(PartLayout::basis).containsOnly(Basis.GUESSED);
        layouts();
        assertThat(s3.requests()).containsOnlyOnce("HEAD b/k");
    }

    @Test
    void asksNoMoreOfAServiceThatGivesTheWhole() {
        s3.next("HEAD b/k", part(TAG, 9 * MIB, ""));

        assertThat(layouts()).extracting(PartLayout::basis).containsOnly(Basis.GUESSED);
        layouts();
        assertThat(s3.requests()).containsExactly("HEAD b/k");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "many"})
    void takesTheNumberFromTheTagWhereASizeIsTold(String count) {
        s3.next("HEAD b/k", part(TAG, 6 * MIB, count), part(TAG, 3 * MIB, count));

        assertThat(layouts()).containsExactly(told(6 * MIB, 3 * MIB));
    }

    private List<PartLayout> layouts() {
        ObjectInfo info = new ObjectInfo(9 * MIB, ETag.opaque(TAG), Instant.EPOCH, ObjectMetadata.EMPTY);
        return store.layouts("b", "k", info);
    }

    private static PartLayout told(long... sizes) {
        return PartLayout.ofSizes(Arrays.stream(sizes).boxed().toList(), Basis.TOLD, AssembledTag.MULTIPART);
    }

    private static Answer part(String tag, long size, String count) {
        return exchange -> {
            exchange.getResponseHeaders().set("ETag", '"' + tag + '"');
            exchange.getResponseHeaders().set("Content-Length", Long.toString(size));
            if (!count.isEmpty()) {
                exchange.getResponseHeaders().set("x-amz-mp-parts-count", count);
            }
            exchange.sendResponseHeaders(200, -1);
        };
    }
}
