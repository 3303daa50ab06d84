package org.multicloudmirror.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.multicloudmirror.app.Application;
import org.multicloudmirror.app.Home;
import org.multicloudmirror.component.DocumentedRoutes;
import org.multicloudmirror.it.servers.S3ProxyServer;
import org.multicloudmirror.settings.SettingsLoader;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** Camel's own component for S3 in a user's routes, with the client of a configured store. */
class Aws2S3IT {

    private static final String ROUTES = """
            - route:
                from:
                  uri: direct:put
                  steps:
                    - to: aws2-s3://photos?amazonS3Client=#mirror.s3
            - route:
                from:
                  uri: direct:put-by-itself
                  steps:
                    - to: aws2-s3://photos
            - route:
                from:
                  uri: direct:get
                  steps:
                    - to: aws2-s3://photos?amazonS3Client=#mirror.s3&operation=getObject
                    - convertBodyTo:
                        type: byte[]
            - route:
                from:
                  uri: direct:put-with-keys
                  steps:
                    - to:
                        uri: aws2-s3://photos
                        parameters:
                          autowiredEnabled: false
                          accessKey: "ACCESS-KEY"
                          secretKey: "SECRET-KEY"
                          region: us-east-1
                          overrideEndpoint: true
                          uriEndpointOverride: "ENDPOINT"
                          forcePathStyle: true
            - route:
                from:
                  uri: direct:put-ours
                  steps:
                    - to: objectstore:put?location=s3://photos/
            - route:
                from:
                  uri: direct:get-ours
                  steps:
                    - to: objectstore:get?location=s3://photos/
                    - convertBodyTo:
                        type: byte[]
            """;

    @TempDir
    Path home;

    private final S3ProxyServer server = new S3ProxyServer();

    @BeforeEach
    void write() throws IOException {
        server.blobs().createContainerInLocation(null, "photos");
        Path routes = Files.createDirectory(home.resolve("routes"));
        Files.writeString(
                routes.resolve("ours.camel.yaml"),
                withKeys(ROUTES) + DocumentedRoutes.one("ask-amazons-way") + DocumentedRoutes.one("any-key"));
    }

    private String withKeys(String routes) {
        Map<String, String> store = server.asStore();
        return Stream.of("access-key", "secret-key", "endpoint")
                .reduce(
                        routes,
                        (text, name) -> text.replace(name.toUpperCase(Locale.ROOT), store.getOrDefault(name, "")));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aStoresClientIsNamed() throws Exception {
        assertArrives("direct:put", "by its name", "a/one");
    }

    @Test
    void theOnlyStoresClientNeedNotBe() throws Exception {
        assertArrives("direct:put-by-itself", "by itself", "two");
    }

    /** The SDK finds no client of its own in the jar: its requests go as those of the stores do. */
    @Test
    void keysInTheRouteWorkWithoutAnotherHttpClient() throws Exception {
        assertArrives("direct:put-with-keys", "by its keys", "three");
    }

    /** Longer than what is read of other answers. */
    @Test
    void aLargeObjectIsRead() throws Exception {
        byte[] large = new byte[3 << 20];
        large[large.length - 1] = 1;
        try (Application application = started();
                ProducerTemplate producer = producer(application)) {
            producer.sendBodyAndHeader("direct:put", large, "CamelAwsS3Key", "large");

            assertThat(producer.requestBodyAndHeader("direct:get", "", "CamelAwsS3Key", "large", byte[].class))
                    .isEqualTo(large);
        }
    }

    @Test
    void theDocumentedRouteAsksTheStore() throws Exception {
        try (Application application = started();
                ProducerTemplate producer = producer(application)) {
            assertThat(producer.requestBody("direct:ask-amazons-way", "")).isNotNull();
        }
    }

    /** What docs/objectstore.md warns of, and what it says to do. */
    @Test
    void aKeyIsAnExpressionThere() throws Exception {
        String key = "${exchangeId}/what";
        try (Application application = started();
                ProducerTemplate producer = producer(application)) {
            producer.sendBodyAndHeader("direct:put-ours", "to the letter", "CamelObjectStoreKey", key);

            assertThat(producer.requestBody("direct:any-key", key, String.class))
                    .isEqualTo("to the letter");
            assertThatExceptionOfType(CamelExecutionException.class)
                    .isThrownBy(
                            () -> producer.requestBodyAndHeader("direct:get", "", "CamelAwsS3Key", key, byte[].class))
                    .withRootCauseInstanceOf(NoSuchKeyException.class);
        }
    }

    private void assertArrives(String route, String text, String key) throws IOException {
        try (Application application = started();
                ProducerTemplate producer = producer(application)) {
            producer.sendBodyAndHeader(route, text, "CamelAwsS3Key", key);

            assertThat(got(producer, key)).asString().isEqualTo(text);
        }
    }

    private static byte[] got(ProducerTemplate producer, String key) {
        return producer.requestBodyAndHeader("direct:get-ours", "", "CamelObjectStoreKey", key, byte[].class);
    }

    private static ProducerTemplate producer(Application application) {
        return application.engine().context().createProducerTemplate();
    }

    private Application started() throws IOException {
        StringBuilder properties = new StringBuilder("mirror.state-dir=" + home + "\n");
        Map<String, String> store = server.asStore();
        store.forEach((name, value) -> properties.append("mirror.stores.s3." + name + "=" + value + "\n"));
        Path file = Files.writeString(home.resolve("my.properties"), properties);
        return new Application(Home.at(home), new SettingsLoader().file(file).load(), false);
    }
}
