package org.multicloudmirror.driver.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.multicloudmirror.http.Endpoint;
import org.multicloudmirror.http.HttpRoute;
import org.multicloudmirror.http.HttpTransport;
import org.multicloudmirror.it.servers.Answer;
import org.multicloudmirror.it.servers.SeenRequests;
import org.multicloudmirror.storage.AccessDeniedException;
import org.multicloudmirror.storage.RejectedException;
import org.multicloudmirror.storage.StoreException;
import org.multicloudmirror.storage.TransientStoreException;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** Buckets that have to be made, at services that know regions, other ones or none. */
class S3BucketsTest {

    private static final String PUT = "PUT /s3/photos";

    private final SeenRequests server = new SeenRequests();

    @AfterEach
    void close() {
        server.close();
    }

    /** The SDK's own list has none of them. */
    @ParameterizedTest
    @ValueSource(strings = {"fr-par", "gra", "garage", "RegionOne", "eu-west-1", "nl-ams"})
    void namesTheRegionAsItIsSet(String region) {
        create(region);

        assertThat(server.requests()).singleElement().satisfies(request -> {
            assertThat(request).hasToString(PUT);
            assertThat(request.body())
                    .isEqualTo("<CreateBucketConfiguration xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">"
                            + "<LocationConstraint>" + region + "</LocationConstraint></CreateBucketConfiguration>");
            assertThat(request.header("content-md5")).isNotEmpty();
            assertThat(request.header("authorization")).contains("/" + region + "/s3/");
        });
    }

    @Test
    void namesNoRegionWhereItHasNone() {
        create("us-east-1");

        assertThat(server.requests()).singleElement().satisfies(request -> {
            assertThat(request.body()).isEmpty();
            assertThat(request.header("content-length")).isEqualTo("0");
        });
    }

    @Test
    void tellsTheErrorBehindASuccess() {
        server.on(PUT, Answer.error(200, "AccessDenied"));

        assertThatThrownBy(() -> create("us-east-1"))
                .isInstanceOf(AccessDeniedException.class)
                .hasMessageContaining("200, and behind it AccessDenied: as scripted");
    }

    @ParameterizedTest
    @CsvSource({
        "400, InvalidLocationConstraint",
        "400, IllegalLocationConstraintException",
        "400, MalformedXML",
        "400, InvalidRegion",
        "200, InvalidLocationConstraint"
    })
    void asksOnceMoreWithoutARegionThatIsRefused(int status, String code) {
        AtomicInteger asked = new AtomicInteger();
        server.on(PUT, exchange -> (asked.getAndIncrement() == 0 ? Answer.error(status, code) : Answer.text(200, ""))
                .give(exchange));

        create("gra");

        assertThat(server.requests()).hasSize(2);
        assertThat(server.requests().get(1).body()).isEmpty();
    }

    @Test
    void tellsTheFirstRefusalWhenBothAreRefused() {
        server.on(PUT, Answer.error(400, "InvalidLocationConstraint"));

        assertThatThrownBy(() -> create("gra")).hasMessageContaining("400 InvalidLocationConstraint");
        assertThat(server.requests()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"BucketAlreadyOwnedByYou", "BucketAlreadyExists"})
    void takesABucketThatIsThere(String code) {
        server.on(PUT, Answer.error(409, code));

        create("us-east-1");

        assertThat(server.lines()).containsExactly(PUT, "HEAD /s3/photos");
    }

    @Test
    void tellsThatTheNameBelongsToSomebodyElse() {
        server.on(PUT, Answer.error(409, "BucketAlreadyExists")).on("HEAD /s3/photos", Answer.text(403, ""));

        assertThatThrownBy(() -> create("us-east-1"))
                .isInstanceOf(RejectedException.class)
                .hasMessage("cannot create the bucket s3://photos: the name is taken by somebody else; choose another"
                        + " one");
    }

    @Test
    void triesAConflictOfTheMomentLater() {
        server.on(PUT, Answer.error(409, "OperationAborted"));

        assertThatThrownBy(() -> create("us-east-1"))
                .isInstanceOf(TransientStoreException.class)
                .hasMessageStartingWith("cannot create the bucket s3://photos: 409 OperationAborted");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html><body><h1>403 Forbidden</h1></body></html>", "<Error></Error>", "no"})
    void tellsARefusalInWordsWhateverTheAnswer(String body) {
        server.on(PUT, Answer.text(403, body));

        assertThatThrownBy(() -> create("us-east-1"))
                .isInstanceOf(AccessDeniedException.class)
                .hasMessageStartingWith("cannot create the bucket s3://photos: 403")
                .hasMessageNotContaining("null")
                .hasMessageEndingWith("; check the credentials and permissions of store s3");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 405, 501})
    void saysWhatToDoWhereNoBucketCanBeMade(int status) {
        server.on(PUT, Answer.text(status, "<html>no</html>"));

        assertThatThrownBy(() -> create("us-east-1"))
                .isInstanceOf(RejectedException.class)
                .hasMessageStartingWith("cannot create the bucket s3://photos: " + status)
                .hasMessageEndingWith("; create it with the service's own tools, or name one that is there");
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void areListed() {
        server.on("GET /s3/", Answer.text(200, """
                        <?xml version="1.0" encoding="UTF-8"?>
                        <ListAllMyBucketsResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/">
                        <Owner><ID>1</ID><DisplayName>me</DisplayName></Owner>
                        <Buckets><Bucket><Name>a</Name><CreationDate>2026-01-01T00:00:00.000Z</CreationDate></Bucket>
                        <Bucket><Name>b</Name></Bucket></Buckets></ListAllMyBucketsResult>
                        """.strip()));

        try (S3Store store = store("us-east-1")) {
            assertThat(store.buckets()).containsExactly("a", "b");
        }
    }

    @ParameterizedTest
    @CsvSource({"200, <html/>, is no list of buckets", "200, no, cannot be read", "501, no, 501", "403, no, 403"})
    void areNotListed(int status, String body, String why) {
        server.on("GET /s3/", Answer.text(status, body));

        try (S3Store store = store("us-east-1")) {
            assertThatThrownBy(store::buckets)
                    .isInstanceOf(StoreException.class)
                    .hasMessageStartingWith("listing the buckets of s3://: ")
                    .hasMessageContaining(why);
        }
    }

    private void create(String region) {
        try (S3Store store = store(region)) {
            store.createBucket("photos");
        }
    }

    private S3Store store(String region) {
        S3Settings settings = new S3Settings(
                "s3",
                Endpoint.parse(server.url() + "/s3/"),
                region,
                true,
                "",
                StaticCredentialsProvider.create(AwsBasicCredentials.create("AK", "SK")));
        HttpTransport transport = new HttpTransport(2, new HttpRoute(Duration.ofSeconds(5), Duration.ofSeconds(30)));
        return new S3Store(settings, transport);
    }
}
