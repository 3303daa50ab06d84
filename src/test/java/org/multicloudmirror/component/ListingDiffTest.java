package org.multicloudmirror.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.multicloudmirror.storage.ETag;
import org.multicloudmirror.storage.ObjectEntry;
import org.multicloudmirror.storage.RejectedException;
import org.multicloudmirror.storage.TransientStoreException;
import org.multicloudmirror.testing.FakeObject;
import org.multicloudmirror.testing.FakeRequests.Operation;
import org.multicloudmirror.testing.FakeStore;
import org.multicloudmirror.testing.FakeStores;

/** {@code objectstore:changes} with what has changed for its body. */
class ListingDiffTest {

    private final FakeStore store = new FakeStore();
    private final DefaultCamelContext context = new DefaultCamelContext();
    private final List<String> told = new ArrayList<>();
    private Consumer<Exchange> route = exchange -> {};
    private ChangesConsumer changes;

    @BeforeEach
    void start() throws Exception {
        context.addComponent("objectstore", new ObjectStoreComponent(new FakeStores().with("s3", store)));
        context.start();
        store.with("b", "p/1", "1")
                .with("b", "p/2 ${body}\n", "2")
                .with("b", "other", "3")
                .pageSizes(1);
        changes = (ChangesConsumer)
                context.getEndpoint("objectstore:changes?location=s3://b/p/").createConsumer(exchange -> {
                    Iterator<?> body = exchange.getMessage().getBody(Iterator.class);
                    body.forEachRemaining(change -> told.add(line((ObjectChange) change)));
                    route.accept(exchange);
                });
    }

    @AfterEach
    void stop() throws Exception {
        changes.shutdown();
        context.stop();
    }

    @Test
    void atFirstEverythingIsAdded() throws Exception {
        assertTold("ADDED p/1 1", "ADDED p/2 ${body}\n 1");
        assertTold();
    }

    @Test
    void whatBecameOfEachKeyIsToldInTheirOrder() throws Exception {
        changes.poll();
        told.clear();
        store.with("b", "p/0", "0")
                .with("b", "p/1", "changed")
                .with("b", "p/11", "1")
                .with("b", "p/3", "3")
                .with("b", "other", "x")
                .objects("b")
                .remove("p/2 ${body}\n");

        assertTold("ADDED p/0 1", "CHANGED p/1 7", "ADDED p/11 1", "REMOVED p/2 ${body}\n 1", "ADDED p/3 1");
        assertTold();
        store.objects("b").clear();
        assertTold("REMOVED p/0 1", "REMOVED p/1 7", "REMOVED p/11 1", "REMOVED p/3 1");
    }

    @Test
    void aNewTimeAloneIsToldOfAManifestOnly() throws Exception {
        store.with("b", "p/3", FakeObject.of("").listedAs(0, ETag.NONE, true));
        changes.poll();
        told.clear();

        assertThat(store.object("b", "p/1").lastModified(Instant.EPOCH)).isNotNull();
        assertThat(store.object("b", "p/3").lastModified(Instant.EPOCH)).isNotNull();

        assertTold("CHANGED p/3 0");
    }

    @Test
    void whatARouteDidNotEndWellIsToldAgainWithWhatCameSince() throws Exception {
        route = exchange -> exchange.setProperty(ObjectStoreConstants.AGAIN, "true");
        assertTold("ADDED p/1 1", "ADDED p/2 ${body}\n 1");
        route = exchange -> exchange.setException(new IllegalStateException("it failed"));
        store.with("b", "p/3", "3");
        assertTold("ADDED p/1 1", "ADDED p/2 ${body}\n 1", "ADDED p/3 1");

        route = exchange -> {};
        store.objects("b").remove("p/1");
        assertTold("ADDED p/2 ${body}\n 1", "ADDED p/3 1");
        assertTold();
    }

    /** What the failed run left half done has to be mended. */
    @Test
    void aListingThatIsWhatItWasBeforeAFailureIsToldAgain() throws Exception {
        changes.poll();
        route = exchange -> exchange.setProperty(ObjectStoreConstants.AGAIN, "true");
        store.with("b", "p/3", "3");
        assertThat(changes.poll()).isOne();

        route = exchange -> {};
        store.objects("b").remove("p/3");
        assertThat(changes.poll()).isOne();
        assertThat(changes.poll()).isZero();
    }

    @Test
    void aListingThatFailsThrowsAndChangesNothing() throws Exception {
        changes.poll();
        told.clear();
        store.with("b", "p/3", "3");
        store.requests().fail(Operation.LIST, "b", 4, new TransientStoreException("503"));

        assertThatExceptionOfType(TransientStoreException.class).isThrownBy(changes::poll);

        assertTold("ADDED p/3 1");
    }

    @Test
    void aListingOutOfOrderIsRefused() throws Exception {
        store.pageSizes(9).listedAs(entries -> {
            List<ObjectEntry> turned = new ArrayList<>(entries);
            Collections.reverse(turned);
            return turned;
        });

        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(changes::poll)
                .withMessage(
                        "listing s3://b/p/: \"p/1\" comes behind \"p/2 ${body}\\u000a\", out of order, so that what"
                                + " changed cannot be told key by key; write diff=false");
    }

    @Test
    void keysThatAreNoTextAreKept() throws Exception {
        store.with("b", "p/caf\udce9", "1");
        changes.poll();
        told.clear();

        assertTold();
        store.objects("b").remove("p/caf\udce9");
        assertTold("REMOVED p/caf\udce9 1");
    }

    @Test
    void noFileIsSeenOrLeft() throws Exception {
        Path directory = Path.of(System.getProperty("java.io.tmpdir"));
        changes.poll();

        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files.map(Path::toString)).noneMatch(name -> name.contains("multi-cloud-mirror-changes-"));
        }
    }

    private void assertTold(String... lines) throws Exception {
        told.clear();
        assertThat(changes.poll()).isEqualTo(lines.length == 0 ? 0 : 1);
        assertThat(told).containsExactly(lines);
    }

    private static String line(ObjectChange change) {
        return change.kind() + " " + change.key() + " " + change.entry().size();
    }
}
