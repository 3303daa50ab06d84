package org.multicloudmirror.driver.jclouds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
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
import org.multicloudmirror.storage.ObjectStore;
import org.multicloudmirror.storage.RejectedException;
import org.multicloudmirror.storage.StoreFullException;
import org.multicloudmirror.storage.TransientStoreException;

/** Containers that have to be made, and those that are not. */
class SwiftContainerTest {

    private final SeenRequests swift = new SeenRequests();

    @AfterEach
    void close() {
        swift.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202, 204})
    void isMadeOrThere(int status) {
        swift.otherwise(Answer.text(status, ""));

        create();

        assertThat(swift.lines()).containsExactly("PUT /v1/AUTH_a/photos");
    }

    @ParameterizedTest
    @CsvSource({"403, ''", "403, <html><h1>Forbidden</h1></html>", "403, no"})
    void isRefusedInWords(int status, String body) {
        swift.otherwise(Answer.text(status, body));

        assertThatThrownBy(this::create)
                .isInstanceOf(AccessDeniedException.class)
                .hasMessageStartingWith("cannot create the container cf://photos: " + status)
                .hasMessageContaining("; check the credentials and permissions of store cf")
                .hasMessageNotContaining("null");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 405, 501})
    void isToBeMadeByOtherMeans(int status) {
        swift.otherwise(Answer.text(status, "<html>no</html>"));

        assertThatThrownBy(this::create)
                .isInstanceOf(RejectedException.class)
                .hasMessageStartingWith("cannot create the container cf://photos: " + status)
                .hasMessageEndingWith("; create it with the service's own tools, or name one that is there");
    }

    @Test
    void isNotMadeInAFullStore() {
        swift.otherwise(Answer.text(507, ""));

        assertThatThrownBy(this::create).isInstanceOf(StoreFullException.class);
    }

    @Test
    void isTriedLaterWhereTheServerFails() {
        swift.otherwise(Answer.text(503, ""));

        assertThatThrownBy(this::create)
                .isInstanceOf(TransientStoreException.class)
                .hasMessageStartingWith("cannot create the container cf://photos: 503");
    }

    @Test
    void areListedPageByPage() {
        Map<String, String> pages = Map.of(
                "format=json", "[{\"count\": 1, \"bytes\": 4, \"name\": \"a\"}, {\"name\": \"b c\"}]",
                "format=json&marker=b%20c", "[{\"name\": \"d\"}]",
                "format=json&marker=d", "[]");
        swift.otherwise(exchange -> Answer.text(
                        200, pages.getOrDefault(exchange.getRequestURI().getRawQuery(), "no such page"))
                .give(exchange));

        try (ObjectStore store = store()) {
            assertThat(store.buckets()).containsExactly("a", "b c", "d");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html/>", "{}"})
    void areNotListedByAnotherAnswer(String answer) {
        swift.otherwise(Answer.text(200, answer));

        try (ObjectStore store = store()) {
            assertThatThrownBy(store::buckets)
                    .isInstanceOf(TransientStoreException.class)
                    .hasMessageStartingWith("listing the containers of cf://: ");
        }
    }

    @Test
    void areNotListedInACircle() {
        swift.otherwise(Answer.text(200, "[{\"name\": \"a\"}]"));

        try (ObjectStore store = store()) {
            assertThatThrownBy(store::buckets)
                    .isInstanceOf(TransientStoreException.class)
                    .hasMessageContaining("the page behind a begins before it");
        }
    }

    private void create() {
        try (ObjectStore store = store()) {
            store.createBucket("photos");
        }
    }

    private ObjectStore store() {
        SwiftPlace place = new SwiftPlace(Endpoint.parse(swift.url() + "/v1/AUTH_a"), null, "token");
        JcloudsSettings settings = new JcloudsSettings("cf", "openstack-swift", "", "", "", "", Map.of(), place, "");
        HttpTransport transport = new HttpTransport(2, new HttpRoute(Duration.ofSeconds(5), Duration.ofSeconds(30)));
        return JcloudsStores.open(settings, transport);
    }
}
