package org.multicloudmirror.driver.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.multicloudmirror.http.Endpoint;
import org.multicloudmirror.http.HttpRoute;
import org.multicloudmirror.http.HttpTransport;
import org.multicloudmirror.storage.ContentHeader;
import org.multicloudmirror.storage.ETag;
import org.multicloudmirror.storage.ObjectContent;
import org.multicloudmirror.storage.ObjectInfo;
import org.multicloudmirror.storage.RejectedException;
import org.multicloudmirror.storage.Slice;
import org.multicloudmirror.storage.TransientStoreException;
import org.multicloudmirror.testing.RawServer;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** Answers that tell no length, other bytes than are stored, or too much. */
class S3AnswersTest {

    private static final String TAG = "ETag: \"900150983cd24fb0d6963f7d28e17f72\"\r\n";
    private static final String CHUNKED = TAG + "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n";
    private static final ETag MD5 = ETag.parse("900150983cd24fb0d6963f7d28e17f72");

    private final List<String> heads = Collections.synchronizedList(new ArrayList<>());
    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable one : open) {
            one.close();
        }
    }

    @Test
    void doesNotTakeAnUnknownLengthForNone() throws IOException {
        String chunked = "HTTP/1.1 200 OK\r\n" + CHUNKED;
        S3Store store = store(chunked, chunked, chunked);
        for (int get = 0; get < 2; get++) {
            try (ObjectContent content = store.get("b", "k")) {
                assertThat(content.info().length()).isEmpty();
                assertThat(content.body()).hasContent("abc");
            }
        }
        // the first was asked twice, since a service that unpacks does not know the length ahead
        assertThat(heads).hasSize(3);
    }

    @Test
    void asksAgainWhereNoLengthIsTold() throws IOException {
        S3Store store = store(
                "HTTP/1.1 200 OK\r\n" + CHUNKED,
                "HTTP/1.1 200 OK\r\n" + TAG + "Content-Encoding: gzip\r\nContent-Length: 2\r\n\r\ngz",
                "HTTP/1.1 200 OK\r\n" + TAG + "Content-Length: 3\r\n\r\n");

        try (ObjectContent content = store.get("b", "k")) {
            assertThat(content.body()).hasContent("gz");
        }
        assertThat(store.head("b", "k").size()).isEqualTo(3);
        assertThat(heads.get(2)).contains("Accept-Encoding: gzip\r\n");
    }

    @Test
    void takesNothingThatIsPackedBecauseThatIsWelcome() throws IOException {
        S3Store store = store(
                "HTTP/1.1 200 OK\r\n" + CHUNKED,
                "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n" + CHUNKED.replace("abc", "zip"),
                "HTTP/1.1 200 OK\r\n" + CHUNKED);

        try (ObjectContent content = store.get("b", "k")) {
            assertThat(content.body()).hasContent("abc");
        }
        assertThat(heads.get(2)).contains("Accept-Encoding: identity\r\n");
    }

    @Test
    void asksForOneByteWhereAHeadTellsNoLength() throws IOException {
        S3Store store = store(
                "HTTP/1.1 200 OK\r\n" + TAG + "\r\n",
                "HTTP/1.1 200 OK\r\n" + TAG + "\r\n",
                "HTTP/1.1 206 Part\r\n" + TAG + "Content-Range: bytes 0-0/5368709121\r\nContent-Length: 1\r\n\r\na");

        assertThat(store.head("b", "k").length()).hasValue(5368709121L);
        assertThat(heads).hasSize(3);
        assertThat(heads.get(2)).contains("Range: bytes=0-0\r\n");
    }

    @Test
    void measuresAnEmptyObject() throws IOException {
        S3Store store = store(
                "HTTP/1.1 200 OK\r\n" + TAG + "\r\n",
                "HTTP/1.1 200 OK\r\n" + TAG + "\r\n",
                "HTTP/1.1 416 No\r\nContent-Range: bytes */0\r\nContent-Length: 0\r\n\r\n");

        assertThat(store.head("b", "k").length()).hasValue(0);
    }

    @Test
    void doesNotMeasureAnotherVersion() throws IOException {
        S3Store store = store(
                "HTTP/1.1 200 OK\r\n" + TAG + "\r\n",
                "HTTP/1.1 200 OK\r\n" + TAG + "\r\n",
                "HTTP/1.1 206 Part\r\nETag: \"other\"\r\nContent-Range: bytes 0-0/9\r\nContent-Length: 1\r\n\r\na");
        ObjectInfo told = store.head("b", "k");

        assertThat(told.length()).isEmpty();
        assertThatThrownBy(told::size)
                .isInstanceOf(RejectedException.class)
                .hasMessage("the store does not tell the object's size");
    }

    @Test
    void takesTheLengthOfARangeFromTheRange() throws IOException {
        S3Store store = store("HTTP/1.1 206 Part\r\nContent-Range: bytes 2-4/9\r\n" + CHUNKED);

        try (ObjectContent content = store.get("b", "k", new Slice(2, 3, MD5))) {
            assertThat(content.info().size()).isEqualTo(3);
            assertThat(content.body()).hasContent("abc");
        }
    }

    @Test
    void takesNoOtherLengthForARange() throws IOException {
        for (String range : List.of("bytes 2-5/9", "bytes 2-3/9")) {
            S3Store store = store("HTTP/1.1 206 Part\r\nContent-Range: " + range + "\r\n" + TAG + "\r\nabc");
            int length = range.contains("2-5") ? 4 : 2;

            try (ObjectContent content = store.get("b", "k", new Slice(2, length, MD5))) {
                assertThatThrownBy(() -> content.body().readAllBytes())
                        .isInstanceOf(IOException.class)
                        .hasMessageMatching("the body (ended after 3 of 4|has more than 2) bytes");
            }
        }
    }

    @Test
    void asksAgainForWhatIsStoredWhereItCameUnpacked() throws IOException {
        String stored = "x-goog-stored-content-encoding: gzip\r\n";
        S3Store store = store(
                "HTTP/1.1 200 OK\r\n" + stored + CHUNKED,
                "HTTP/1.1 200 OK\r\n" + stored + TAG + "Content-Encoding: gzip\r\nContent-Length: 2\r\n\r\ngz",
                "HTTP/1.1 200 OK\r\n" + stored + TAG + "Content-Encoding: gzip\r\nContent-Length: 2\r\n\r\n");

        try (ObjectContent content = store.get("b", "k")) {
            assertThat(content.info().metadata().header(ContentHeader.CONTENT_ENCODING))
                    .contains("gzip");
            assertThat(content.body()).hasContent("gz");
        }
        assertThat(store.head("b", "k").size()).isEqualTo(2);

        assertThat(heads.get(0)).contains("Accept-Encoding: identity\r\n");
        assertThat(heads.get(1)).contains("Accept-Encoding: gzip\r\n").doesNotContain(";accept-encoding");
        assertThat(heads.get(2)).startsWith("HEAD").contains("Accept-Encoding: gzip\r\n");
        assertThat(heads).hasSize(3);
    }

    @Test
    void refusesWhatIsUnpackedEitherWay() throws IOException {
        String unpacked = "HTTP/1.1 200 OK\r\nx-goog-stored-content-encoding: gzip\r\n" + CHUNKED;

        assertThatThrownBy(() -> store(unpacked, unpacked).get("b", "k"))
                .isInstanceOf(RejectedException.class)
                .hasMessageStartingWith("s3://b/k: the service gives out other bytes than it stores (stored as gzip, ");
    }

    @Test
    void asksAgainWhereATagTurnedWeakOnTheWay() throws IOException {
        S3Store store = store(
                "HTTP/1.1 200 OK\r\nETag: W/\"a-2\"\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nETag: \"a-2\"\r\nContent-Encoding: gzip\r\nContent-Length: 2\r\n\r\ngz");

        try (ObjectContent content = store.get("b", "k")) {
            assertThat(content.body()).hasContent("gz");
        }
    }

    @Test
    void dropsHowABodyWasSentAndReadsLatin1() throws IOException {
        S3Store store = store("HTTP/1.1 200 OK\r\n" + TAG + "Content-Length: 3\r\nContent-Encoding: aws-chunked\r\n"
                + "x-amz-meta-place: caf\u00e9\r\n\r\n");
        ObjectInfo told = store.head("b", "k");

        assertThat(told.metadata().header(ContentHeader.CONTENT_ENCODING)).isEmpty();
        assertThat(told.metadata().user()).containsEntry("place", "café");
    }

    @Test
    void namesTheLimitOfAListing() throws IOException {
        String deep = "<ListBucketResult>" + "<a>".repeat(100) + "</ListBucketResult>";
        String longKey = "<ListBucketResult><Contents><Key>" + "k".repeat(20_000) + "</Key>";

        assertThatThrownBy(() -> store(page(deep)).list("b", "", null))
                .isInstanceOf(TransientStoreException.class)
                .hasMessageContaining("more than 32 elements are in each other");
        assertThatThrownBy(() -> store(page(longKey)).list("b", "", null))
                .isInstanceOf(TransientStoreException.class)
                .hasMessageContaining("a text in it is longer than 16384 characters");
    }

    private static String page(String xml) {
        return "HTTP/1.1 200 OK\r\nContent-Length: " + xml.length() + "\r\n\r\n" + xml;
    }

    /** One that gives these answers, a connection each. */
    private S3Store store(String... answers) throws IOException {
        List<String> left = Collections.synchronizedList(new ArrayList<>(List.of(answers)));
        RawServer server = new RawServer(connection -> {
            heads.add(RawServer.head(connection.getInputStream()));
            RawServer.say(connection, left.remove(0).replaceFirst("\r\n", "\r\nConnection: close\r\n"));
        });
        StaticCredentialsProvider credentials =
                StaticCredentialsProvider.create(AwsBasicCredentials.create("AK", "SK"));
        Endpoint endpoint = server.endpoint();
        S3Store store = new S3Store(
                new S3Settings("s3", endpoint, "us-east-1", true, "", credentials),
                new HttpTransport(2, new HttpRoute(Duration.ofSeconds(5), Duration.ofSeconds(5))));
        open.add(store);
        open.add(server);
        return store;
    }
}
