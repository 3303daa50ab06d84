package org.multicloudmirror.bench.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LoadServerTest {

    private static final String KEY = "object-0000000001.bin";
    private static final String SWIFT = SwiftDoor.ACCOUNT;
    private static final byte[] OTHER = "nobody generated this".getBytes(UTF_8);

    private final HttpClient client = HttpClient.newHttpClient();
    private final Cloud cloud = new Cloud();
    private final LoadServer server;

    LoadServerTest() throws IOException {
        server = new LoadServer(cloud);
        DataSet objects = DataSet.of(KeyShape.FLAT, 3, 1_000_000, DataSet.NONE, DataSet.NONE);
        cloud.generate(Protocol.S3, "bucket", objects);
        cloud.generate(Protocol.SWIFT, "container", objects);
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    @Test
    void objectsHaveTheMd5ThatIsTold() throws Exception {
        HttpResponse<byte[]> got = send("GET", "/bucket/" + KEY, new byte[0]);

        assertThat(got.statusCode()).isEqualTo(200);
        assertThat(got.headers().firstValue("ETag")).contains('"' + md5(got.body()) + '"');
    }

    @Test
    void rangesAreOfOneVersion() throws Exception {
        byte[] whole = send("GET", SWIFT + "/container/" + KEY, new byte[0]).body();

        HttpResponse<byte[]> part = send(
                "GET",
                SWIFT + "/container/" + KEY,
                new byte[0],
                "Range",
                "bytes=262100-262199",
                "If-Match",
                md5(whole));

        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.headers().firstValue("Content-Range")).contains("bytes 262100-262199/1000000");
        assertThat(part.body()).hasSize(100).isEqualTo(Arrays.copyOfRange(whole, 262_100, 262_200));
        assertThat(send("GET", "/bucket/" + KEY, new byte[0], "If-Match", "\"another\"")
                        .statusCode())
                .isEqualTo(412);
    }

    @Test
    void aWrongMd5IsRefused() throws Exception {
        assertThat(send("PUT", "/bucket/key", OTHER, "Content-MD5", "AAAAAAAAAAAAAAAAAAAAAA==")
                        .statusCode())
                .isEqualTo(400);
        assertThat(send("PUT", SWIFT + "/container/key", OTHER, "ETag", "0".repeat(32))
                        .statusCode())
                .isEqualTo(422);
        assertThat(cloud.bucket(Protocol.S3, "bucket").orElseThrow().object("key"))
                .isEmpty();
    }

    @Test
    void partsAreOneObjectThatIsTheSameAsAPlainOne() throws Exception {
        byte[] whole = send("GET", "/bucket/" + KEY, new byte[0]).body();
        byte[] first = Arrays.copyOf(whole, Content.BLOCK);
        byte[] second = Arrays.copyOfRange(whole, Content.BLOCK, whole.length);
        String segments = SWIFT + "/container_segments";
        send("PUT", segments, new byte[0]);
        send("PUT", segments + "/1", first);
        send("PUT", segments + "/2", second);

        HttpResponse<byte[]> written = send(
                "PUT", SWIFT + "/container/" + KEY + "?multipart-manifest=put", """
                [{"path": "/container_segments/1", "etag": "%s"}, {"path": "/container_segments/2", "etag": "%s"}]""".formatted(md5(first), md5(second))
                        .getBytes(UTF_8));

        assertThat(written.statusCode()).isEqualTo(201);
        assertThat(written.headers().firstValue("ETag"))
                .contains('"' + md5((md5(first) + md5(second)).getBytes(UTF_8)) + '"');
        assertThat(send("GET", SWIFT + "/container/" + KEY, new byte[0]).body()).isEqualTo(whole);
        assertThat(Cloud.compare(
                        cloud.bucket(Protocol.S3, "bucket").orElseThrow(),
                        cloud.bucket(Protocol.SWIFT, "container").orElseThrow()))
                .isEqualTo("equal 3");
        assertThat(cloud.counts().line()).contains("swift.part=2", "swift.large=1");
    }

    @Test
    void sidesThatDifferAreToldApart() throws Exception {
        send("PUT", "/bucket/" + KEY, OTHER);

        assertThat(Cloud.compare(
                        cloud.bucket(Protocol.S3, "bucket").orElseThrow(),
                        cloud.bucket(Protocol.SWIFT, "container").orElseThrow()))
                .isEqualTo("differ at " + KEY + " and " + KEY);
    }

    @Test
    void whatIsNotKnownIsNotAnswered() throws Exception {
        assertThat(send("PATCH", "/bucket/key", OTHER).statusCode()).isEqualTo(501);
        assertThat(send("GET", "/nowhere/key", new byte[0]).statusCode()).isEqualTo(404);
    }

    private HttpResponse<byte[]> send(String method, String path, byte[] body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .version(HttpClient.Version.HTTP_1_1)
                .method(method, BodyPublishers.ofByteArray(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofByteArray());
    }

    private static String md5(byte[] bytes) {
        return HexFormat.of().formatHex(Content.md5().digest(bytes));
    }
}
