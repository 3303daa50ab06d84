package org.multicloudmirror.it.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.multicloudmirror.it.servers.Answer;
import org.multicloudmirror.it.servers.FakeS3;
import org.multicloudmirror.storage.ObjectMetadata;
import org.multicloudmirror.storage.TransientStoreException;

/** S3's tags, which the real servers of the other suites do not have. */
class TagsIT {

    private static final ObjectMetadata TAGGED = ObjectMetadata.EMPTY.withTags(Map.of("a b", "c&d", "e", ""));

    private final FakeS3 server = new FakeS3().object("b", "k", "text");
    private final OpenStore open = new OpenStore(server.asStore());

    @AfterEach
    void close() {
        open.close();
        server.close();
    }

    @Test
    void asksForTagsOnlyWhereThereAreSome() {
        assertThat(open.store().head("b", "k").metadata().tags()).isEmpty();
        assertThat(server.requests()).containsExactly("HEAD b/k");

        server.next("HEAD b/k", exchange -> {
                    exchange.getResponseHeaders().set("x-amz-tagging-count", "1");
                    exchange.getResponseHeaders().set("Content-Length", "4");
                    exchange.sendResponseHeaders(200, -1);
                })
                .next("GET b/k", tags());

        assertThat(open.store().head("b", "k").metadata().tags()).isEqualTo(Map.of("a b", "c&d"));
        assertThat(server.requests()).containsExactly("HEAD b/k", "HEAD b/k", "GET b/k");
    }

    @Test
    void failsWhenTagsThatAreThereCannotBeRead() {
        server.next("HEAD b/k", exchange -> {
                    exchange.getResponseHeaders().set("x-amz-tagging-count", "1");
                    exchange.getResponseHeaders().set("Content-Length", "4");
                    exchange.sendResponseHeaders(200, -1);
                })
                .next("GET b/k", Answer.error(503, "SlowDown"));

        assertThatExceptionOfType(TransientStoreException.class)
                .isThrownBy(() -> open.store().head("b", "k"))
                .withMessage("subject://b/k: its tags: 503 SlowDown: as scripted");
    }

    /** The object is copied, and what is lost is named; of the next one in the bucket nobody asks. */
    @Test
    void losesTagsThatMayNotBeRead() {
        Answer tagged = exchange -> {
            exchange.getResponseHeaders().set("x-amz-tagging-count", "1");
            exchange.getResponseHeaders().set("Content-Length", "4");
            exchange.sendResponseHeaders(200, -1);
        };
        server.next("HEAD b/k", tagged, tagged).next("GET b/k", Answer.error(403, "AccessDenied"));

        for (int i = 0; i < 2; i++) {
            assertThat(open.store().head("b", "k").metadata())
                    .returns(Map.of(), ObjectMetadata::tags)
                    .returns(List.of("tags, which the credentials may not read"), ObjectMetadata::untold);
        }
        assertThat(server.requests()).containsExactly("HEAD b/k", "GET b/k", "HEAD b/k");
    }

    static Stream<Arguments> withoutTagging() {
        return Stream.of(
                Arguments.of(Answer.text(404, ""), 1),
                Arguments.of(Answer.text(404, "<html><h1>Not Found</h1></html>"), 1),
                // of one key, so that the next one is asked about
                Arguments.of(Answer.error(404, "NoSuchKey"), 2));
    }

    /** The object is there, and something on the way does not know of tags. */
    @ParameterizedTest
    @MethodSource("withoutTagging")
    void losesTagsThatAreNotFound(Answer answer, int asked) {
        Answer tagged = exchange -> {
            exchange.getResponseHeaders().set("x-amz-tagging-count", "1");
            exchange.getResponseHeaders().set("Content-Length", "4");
            exchange.sendResponseHeaders(200, -1);
        };
        server.next("HEAD b/k", tagged, tagged).next("GET b/k", answer, answer);

        for (int i = 0; i < 2; i++) {
            assertThat(open.store().head("b", "k").metadata())
                    .returns(Map.of(), ObjectMetadata::tags)
                    .returns(List.of("tags, which the credentials may not read"), ObjectMetadata::untold);
        }
        assertThat(server.requests()).filteredOn("GET b/k"::equals).hasSize(asked);
    }

    @Test
    void takesNoTagSetForNoTags() {
        server.next("HEAD b/k", exchange -> {
                    exchange.getResponseHeaders().set("x-amz-tagging-count", "1");
                    exchange.getResponseHeaders().set("Content-Length", "4");
                    exchange.sendResponseHeaders(200, -1);
                })
                .next("GET b/k", Answer.error(404, "NoSuchTagSet"));

        assertThat(open.store().head("b", "k").metadata().untold()).isEmpty();
    }

    @Test
    void sendsTagsWithTheObject() {
        AtomicReference<String> sent = new AtomicReference<>("");
        server.next("PUT b/k", exchange -> {
            sent.set(exchange.getRequestHeaders().getFirst("x-amz-tagging"));
            exchange.getResponseHeaders().set("ETag", "9dd4e461268c8034f5c8564e155c67a6");
            exchange.sendResponseHeaders(200, -1);
        });

        Objects.put(open.store(), "b", "k", "x".getBytes(UTF_8), TAGGED);

        assertThat(sent.get()).isEqualTo("a+b=c%26d&e=");
    }

    @Test
    void findsOutThatAServerHasNoTags() {
        server.next("PUT b/k", Answer.error(501, "NotImplemented"));
        assertThat(open.store().metadataLimits("b", "k").holdsTags()).isTrue();

        assertThatExceptionOfType(TransientStoreException.class)
                .isThrownBy(() -> Objects.put(
                        open.store(), "b", "k", "x".getBytes(UTF_8), ObjectMetadata.EMPTY.withTags(Map.of("a", "b"))))
                .withMessage("subject://b/k: the server refuses its metadata; they go in another form now");
        assertThat(open.store().metadataLimits("b", "k").holdsTags()).isFalse();
        assertThat(open.store().metadataLimits("b", "other").holdsTags()).isTrue();

        Objects.put(open.store(), "b", "k", "x".getBytes(UTF_8), ObjectMetadata.EMPTY);
        assertThat(open.store().metadataLimits("b", "other").holdsTags()).isFalse();
    }

    private static Answer tags() {
        return Answer.text(200, "<Tagging><TagSet><Tag><Key>a b</Key><Value>c&amp;d</Value></Tag></TagSet></Tagging>");
    }
}
