package org.multicloudmirror.driver.s3;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.Assumptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.multicloudmirror.http.Endpoint;
import org.multicloudmirror.http.HttpProxy;
import org.multicloudmirror.http.HttpRoute;
import org.multicloudmirror.http.HttpTransport;
import org.multicloudmirror.it.servers.Answer;
import org.multicloudmirror.it.servers.SeenRequests;
import org.multicloudmirror.it.servers.SignatureCheck;
import org.multicloudmirror.storage.ETag;
import org.multicloudmirror.storage.LargeObjects;
import org.multicloudmirror.storage.ObjectInfo;
import org.multicloudmirror.storage.ObjectLocation;
import org.multicloudmirror.storage.ObjectMetadata;
import org.multicloudmirror.storage.PartedUpload;
import org.multicloudmirror.storage.SentPart;
import org.multicloudmirror.storage.Slice;
import org.multicloudmirror.storage.StoreException;
import org.multicloudmirror.storage.Upload;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** Every request goes to the path, the host and the port that the user wrote, and is signed for them. */
class S3EndpointTest {

    private static final ETag TAG = ETag.parse("b6d767d2f8ed5d21a44b0e5886680cb9");
    private static final ObjectInfo INFO = new ObjectInfo(2, TAG, Instant.EPOCH, ObjectMetadata.EMPTY);

    /** What serves for each of the requests. */
    private static final Answer FITTING = exchange -> {
        exchange.getResponseHeaders().set("ETag", "\"" + TAG.value() + "\"");
        exchange.getResponseHeaders().set("Content-Type", "application/xml");
        Answer.text(200, "<R><UploadId>u1</UploadId><ETag>" + TAG.value() + "</ETag></R>")
                .give(exchange);
    };

    private final SeenRequests server = new SeenRequests().otherwise(FITTING);

    @AfterEach
    void close() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        // endpoint, bucket in the path, where a request goes, its Host, the path in front of the key
        "http://my_store:9000,              true,  http://my_store:9000,   my_store:9000,       /photos",
        "http://my_store/,                  true,  http://my_store,        my_store,            /photos",
        "http://a_b.example.org:80/s3/,     true,  http://a_b.example.org, a_b.example.org,     /s3/photos",
        "http://x.example.org/storage/v1/s3, true, http://x.example.org,   x.example.org,       /storage/v1/s3/photos",
        "http://X.Example.org:080//s3//v1,  true,  http://x.example.org,   x.example.org,       /s3/v1/photos",
        "http://x.example.org,              false, http://photos.x.example.org,    photos.x.example.org,    ''",
        "http://x.example.org:81/sub/path/, false, http://photos.x.example.org:81, photos.x.example.org:81, /sub/path",
        "http://127.0.0.2:81/s3,            false, http://127.0.0.2:81,    127.0.0.2:81,        /s3/photos",
    })
    void reachesTheServiceInEveryCall(String endpoint, boolean pathStyle, String origin, String host, String base) {
        HttpProxy names = new HttpProxy("127.0.0.1", server.port(), "", "", List.of());
        askEverything(endpoint, pathStyle, new HttpRoute(Duration.ofSeconds(5), Duration.ofSeconds(30), null, names));

        assertThat(server.requests()).hasSizeGreaterThan(15).allSatisfy(request -> {
            assertThat(request.target()).startsWith(origin + (base.isEmpty() ? "/" : base));
            assertThat(request.header("host")).isEqualTo(host);
            assertSigned(request, request.target().substring(origin.length()));
        });
        assertThat(server.lines())
                .contains("PUT " + origin + base + "/a//b%20%2B.txt", "GET " + origin + base + "/a//b%20%2B.txt");
    }

    @Test
    void reachesAnAddressOfIPv6() throws IOException {
        InetAddress loopback = Inet6Address.getByName("::1");
        Assumptions.assumeThat(loopback.isReachable(1000)).isTrue();
        try (SeenRequests six = new SeenRequests(loopback).otherwise(FITTING)) {
            askEverything("http://[::1]:" + six.port() + "/s3", false, direct());

            assertThat(six.requests()).hasSizeGreaterThan(15).allSatisfy(request -> {
                assertThat(request.target()).startsWith("/s3/photos");
                assertThat(request.header("host")).isEqualTo("[::1]:" + six.port());
                assertSigned(request, request.target());
            });
        }
    }

    @Test
    void reachesASubPathDirectly() {
        askEverything(server.url() + "/storage/v1/s3/", true, direct());

        assertThat(server.requests()).hasSizeGreaterThan(15).allSatisfy(request -> {
            assertThat(request.target()).startsWith("/storage/v1/s3/photos");
            assertThat(request.header("host")).isEqualTo("127.0.0.1:" + server.port());
            assertSigned(request, request.target());
        });
        assertThat(server.lines())
                .contains(
                        "PUT /storage/v1/s3/photos",
                        "HEAD /storage/v1/s3/photos",
                        "POST /storage/v1/s3/photos?delete=");
    }

    /** What an answer names as a place is no place that the user wrote; a region changes AWS's own endpoints only. */
    @ParameterizedTest
    @ValueSource(ints = {301, 302, 307, 308})
    void followsNoRedirect(int status) {
        try (SeenRequests other = new SeenRequests().otherwise(FITTING)) {
            server.otherwise(exchange -> {
                exchange.getResponseHeaders().set("Location", other.url() + "/photos");
                exchange.getResponseHeaders().set("x-amz-bucket-region", "eu-west-1");
                Answer.text(
                                status,
                                "<Error><Code>PermanentRedirect</Code><Endpoint>" + other.url() + "</Endpoint></Error>")
                        .give(exchange);
            });
            askEverything(server.url(), true, direct());

            assertThat(other.requests()).isEmpty();
            assertThat(server.requests()).isNotEmpty();
        }
    }

    /** What the user adds goes with each request that it is for, and is signed; a bucket's making is another thing. */
    @Test
    void sendsFurtherHeadersWhereTheyBelong() {
        String every = "x-amz-request-payer: requester; x-amz-expected-bucket-owner: 123456789012";
        String written = "x-amz-acl: bucket-owner-full-control; x-amz-server-side-encryption: aws:kms";
        askEverything(server.url(), true, direct(), FurtherHeaders.parse(every + ";" + written));

        assertThat(server.requests()).hasSizeGreaterThan(15).allSatisfy(request -> {
            boolean makesBucket = request.toString().equals("PUT /photos");
            boolean beginsObject = request.toString().matches("PUT /photos/[^?]*|POST .*\\?uploads=");
            assertThat(request.header("x-amz-request-payer")).isEqualTo(makesBucket ? "" : "requester");
            assertThat(request.header("x-amz-expected-bucket-owner")).isEqualTo(makesBucket ? "" : "123456789012");
            assertThat(request.header("x-amz-acl"))
                    .as(request.toString())
                    .isEqualTo(beginsObject ? "bucket-owner-full-control" : "");
            assertThat(request.header("x-amz-server-side-encryption")).isEqualTo(beginsObject ? "aws:kms" : "");
            assertThat(request.header("authorization").contains("x-amz-acl")).isEqualTo(beginsObject);
            assertSigned(request, request.target());
        });
        assertThat(server.lines())
                .contains("PUT /photos", "PUT /photos/a//b%20%2B.txt", "POST /photos/a//b%20%2B.txt?uploads=");
    }

    private static void assertSigned(SeenRequests.Seen request, String target) {
        assertThat(SignatureCheck.isSigned(request, target.replaceFirst("\\?.*", ""), "SK"))
                .as("the signature of %s", request)
                .isTrue();
    }

    private static HttpRoute direct() {
        return new HttpRoute(Duration.ofSeconds(5), Duration.ofSeconds(30));
    }

    /** Every method of a store; what it makes of the answers is the business of other tests. */
    private static void askEverything(String endpoint, boolean pathStyle, HttpRoute route) {
        askEverything(endpoint, pathStyle, route, FurtherHeaders.NONE);
    }

    private static void askEverything(String endpoint, boolean pathStyle, HttpRoute route, FurtherHeaders headers) {
        String key = "a//b +.txt";
        S3Settings settings = new S3Settings(
                "s3",
                Endpoint.parse(endpoint),
                "eu-west-9",
                pathStyle,
                "",
                StaticCredentialsProvider.create(AwsBasicCredentials.create("AK", "SK")),
                headers);
        try (S3Store store = new S3Store(settings, new HttpTransport(4, route))) {
            LargeObjects large = store.largeObjects().orElseThrow();
            PartedUpload upload = new PartedUpload("photos", key, "u1");
            List<Runnable> calls = List.of(
                    () -> store.bucketExists("photos"),
                    () -> store.createBucket("photos"),
                    () -> store.list("photos", "p/", null),
                    () -> store.listAfter("photos", "", "k", 5),
                    () -> store.head("photos", key),
                    () -> store.get("photos", key),
                    () -> store.get("photos", key, new Slice(0, 1, TAG)),
                    () -> store.layouts(
                            "photos", key, new ObjectInfo(2, ETag.parse("x-2"), Instant.EPOCH, ObjectMetadata.EMPTY)),
                    () -> store.put("photos", key, upload()),
                    () -> store.update("photos", key, INFO),
                    () -> store.copy(new ObjectLocation("s3", "photos", "other"), INFO, "photos", key),
                    () -> store.delete("photos", key),
                    () -> store.delete("photos", List.of(key, "other")),
                    () -> large.begin("photos", key, ObjectMetadata.EMPTY, false),
                    () -> large.put(upload, 1, upload()),
                    () -> large.copy(
                            upload,
                            1,
                            new ObjectLocation("s3", "photos", "o"),
                            new Slice(0, 1, TAG),
                            ObjectMetadata.EMPTY),
                    () -> large.complete(upload, ObjectMetadata.EMPTY, List.of(new SentPart(1, 2, TAG, TAG))),
                    () -> large.discard(upload));
            for (Runnable call : calls) {
                try {
                    call.run();
                } catch (StoreException e) {
                    assertThat(e).hasMessageNotContaining("cannot be reached");
                }
            }
        }
    }

    private static Upload upload() {
        return new Upload(ObjectMetadata.EMPTY, 2, TAG, new ByteArrayInputStream("22".getBytes(UTF_8)));
    }
}
