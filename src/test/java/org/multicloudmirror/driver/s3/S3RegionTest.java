package org.multicloudmirror.driver.s3;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.multicloudmirror.http.Endpoint;
import org.multicloudmirror.http.HttpRoute;
import org.multicloudmirror.http.HttpTransport;
import org.multicloudmirror.it.servers.Answer;
import org.multicloudmirror.it.servers.FakeS3;
import org.multicloudmirror.storage.ETag;
import org.multicloudmirror.storage.ObjectMetadata;
import org.multicloudmirror.storage.RejectedException;
import org.multicloudmirror.storage.TransientStoreException;
import org.multicloudmirror.storage.Upload;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** Buckets in another region than the store's, answered as AWS does, and public ones. */
class S3RegionTest {

    private static final Answer MALFORMED = Answer.text(
            400,
            "<Error><Code>AuthorizationHeaderMalformed</Code><Message>the region 'us-east-1' is wrong; expecting"
                    + " 'eu-west-1'</Message><Region>eu-west-1</Region></Error>");
    private static final Answer REDIRECT = Answer.text(
            301,
            "<Error><Code>PermanentRedirect</Code><Message>elsewhere</Message>"
                    + "<Endpoint>photos.s3-eu-west-1.amazonaws.com</Endpoint><Bucket>photos</Bucket></Error>");
    private static final Answer WITH_HEADER = exchange -> {
        exchange.getResponseHeaders().set("x-amz-bucket-region", "eu-west-1");
        Answer.text(301, "").give(exchange);
    };

    private final FakeS3 s3 = new FakeS3().object("photos", "a", "1");
    private final S3Store store = store(
            Endpoint.parse(s3.endpoint()), StaticCredentialsProvider.create(AwsBasicCredentials.create("AK", "SK")));

    @AfterEach
    void close() {
        store.close();
        s3.close();
    }

    @Test
    void learnsTheRegionFromTheHeaderOnce() {
        s3.region("photos", "eu-west-1", WITH_HEADER);

        assertThat(store.bucketExists("photos")).isTrue();
        assertThat(store.list("photos", "", null).entries()).hasSize(1);
        assertThat(store.head("photos", "a").size()).isEqualTo(1);
        assertThat(s3.requests()).containsExactly("HEAD photos", "HEAD photos", "LIST photos", "HEAD photos/a");
    }

    @Test
    void asksForTheRegionWhereAHeadDoesNotTellIt() {
        for (Answer elsewhere : List.of(MALFORMED, REDIRECT)) {
            try (S3Store fresh = store(
                    Endpoint.parse(s3.endpoint()),
                    StaticCredentialsProvider.create(AwsBasicCredentials.create("AK", "SK")))) {
                s3.region("photos", "eu-west-1", elsewhere);

                assertThat(fresh.bucketExists("photos")).isTrue();
                assertThat(fresh.list("photos", "", null).entries()).hasSize(1);
            }
        }
    }

    @Test
    void sendsABodyThatWentToTheWrongRegionAnew() {
        s3.region("photos", "eu-west-1", WITH_HEADER);

        assertThatThrownBy(() -> store.put("photos", "b", upload()))
                .isInstanceOf(TransientStoreException.class)
                .hasMessage("s3://photos is in the region eu-west-1, and is asked there now");
        store.put("photos", "b", upload());
        assertThat(s3.bucket("photos").get("b")).asString(UTF_8).isEqualTo("22");
    }

    @Test
    void saysWhatItCannotResolve() {
        s3.always("LIST photos", Answer.error(400, "InvalidRequest"));

        assertThatThrownBy(() -> store.list("photos", "", null))
                .isInstanceOf(RejectedException.class)
                .hasMessage("listing s3://photos: 400 InvalidRequest: as scripted");
    }

    @ParameterizedTest
    @CsvSource({
        "https://s3.us-east-1.amazonaws.com, https://s3.eu-west-1.amazonaws.com",
        "https://s3.amazonaws.com, https://s3.eu-west-1.amazonaws.com",
        "https://s3.dualstack.us-east-1.amazonaws.com, https://s3.dualstack.us-east-1.amazonaws.com",
        "https://storage.example.org:9000, https://storage.example.org:9000",
        "https://s3.us-east-1.amazonaws.com.example.org, https://s3.us-east-1.amazonaws.com.example.org",
        "https://s3.amazonaws.com/proxied, https://s3.amazonaws.com/proxied"
    })
    void changesAwsOwnEndpointsOnly(String text, String inOtherRegion) {
        Endpoint endpoint = Endpoint.parse(text);
        S3Settings settings =
                new S3Settings("s3", endpoint, "us-east-1", false, "", AnonymousCredentialsProvider.create());

        assertThat(settings.endpointIn("us-east-1")).isEqualTo(endpoint);
        assertThat(settings.endpointIn("eu-west-1")).hasToString(inOtherRegion);
    }

    @Test
    void signsNothingForAPublicBucket() {
        s3.always("GET photos/a", exchange -> Answer.text(
                        200, String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")))
                .give(exchange));
        try (S3Store anonymous = store(Endpoint.parse(s3.endpoint()), AnonymousCredentialsProvider.create())) {
            assertThat(anonymous.list("photos", "", null).entries()).hasSize(1);
            assertThat(anonymous.get("photos", "a").body()).hasContent("null");
        }
    }

    private static S3Store store(Endpoint endpoint, AwsCredentialsProvider credentials) {
        HttpTransport transport = new HttpTransport(4, new HttpRoute(Duration.ofSeconds(5), Duration.ofSeconds(30)));
        return new S3Store(new S3Settings("s3", endpoint, "us-east-1", true, "", credentials), transport);
    }

    private static Upload upload() {
        return new Upload(
                ObjectMetadata.EMPTY,
                2,
                ETag.parse("b6d767d2f8ed5d21a44b0e5886680cb9"),
                new ByteArrayInputStream("22".getBytes(UTF_8)));
    }
}
