package org.multicloudmirror.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.impl.DefaultCamelContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.multicloudmirror.storage.ETag;
import org.multicloudmirror.storage.ListingPage;
import org.multicloudmirror.storage.ObjectLocation;
import org.multicloudmirror.storage.TransientStoreException;
import org.multicloudmirror.testing.FakeObject;
import org.multicloudmirror.testing.FakeRequests.Operation;
import org.multicloudmirror.testing.FakeStore;
import org.multicloudmirror.testing.FakeStores;

class ChangesConsumerTest {

    private final FakeStore store = new FakeStore();
    private final DefaultCamelContext context = new DefaultCamelContext();
    private final List<Object> told = new ArrayList<>();
    private Consumer<Exchange> route = exchange -> {};

    @BeforeEach
    void start() {
        FakeStores stores = new FakeStores().with("s3", store).with("round", new FakeStore() {
            @Override
            public ListingPage list(String bucket, String prefix, @Nullable String from) {
                return new ListingPage(List.of(), "same");
            }
        });
        context.addComponent("objectstore", new ObjectStoreComponent(stores));
        context.start();
        store.with("b", "photos/1", FakeObject.of("1"))
                .with("b", "photos/2", "22")
                .with("b", "other/3", "333");
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    @Test
    void theFirstListingIsTold() throws Exception {
        ChangesConsumer changes = changes("s3://b/photos/");

        assertThat(changes.poll()).isOne();

        assertThat(told).containsExactly(new ObjectLocation("s3", "b", "photos/"));
    }

    @Test
    void anEmptyListingIsTold() throws Exception {
        assertThat(changes("s3://b/nothing/").poll()).isOne();
    }

    @Test
    void theSameListingIsToldOnce() throws Exception {
        ChangesConsumer changes = seen("s3://b/photos/");

        store.with("b", "other/4", "4").with("b", "photo", "5");
        store.pageSizes(1);

        assertThat(changes.poll()).isZero();
        assertThat(told).isEmpty();
    }

    @Test
    void everyKindOfChangeIsTold() throws Exception {
        ChangesConsumer changes = seen("s3://b");

        assertTold(changes, () -> store.with("b", "photos/3", "new"));
        assertTold(changes, () -> store.objects("b").remove("photos/3"));
        assertTold(changes, () -> store.with("b", "photos/1", FakeObject.of("11")));
        assertTold(changes, () -> store.with("b", "photos/1", FakeObject.of("12")));
        assertTold(changes, () -> store.objects("b")
                .put("photos/0", store.objects("b").remove("photos/1")));
        assertTold(changes, () -> store.objects("b").clear());
    }

    @Test
    void aNewTimeAloneIsToldOfAManifestOnly() throws Exception {
        ChangesConsumer changes = seen("s3://b");

        assertThat(store.object("b", "photos/1").lastModified(Instant.EPOCH)).isNotNull();
        assertThat(changes.poll()).isZero();

        store.with("b", "big", FakeObject.of("").listedAs(0, ETag.NONE, true));
        assertThat(changes.poll()).isOne();
        assertThat(store.object("b", "big").lastModified(Instant.EPOCH)).isNotNull();
        assertThat(changes.poll()).isOne();
    }

    @Test
    void whatChangesWhileTheRouteWorksIsToldNextTime() throws Exception {
        ChangesConsumer changes = changes("s3://b");
        route = exchange -> store.with("b", "late", "4");
        assertThat(changes.poll()).isOne();

        route = exchange -> {};
        assertThat(changes.poll()).isOne();
        assertThat(changes.poll()).isZero();
    }

    @Test
    void aListingWhoseRouteWantsItAgainIsToldAgain() throws Exception {
        ChangesConsumer changes = changes("s3://b");
        route = exchange -> exchange.setProperty(ObjectStoreConstants.AGAIN, "true");
        assertThat(changes.poll()).isOne();
        assertThat(changes.poll()).isOne();

        route = exchange -> exchange.setException(new IllegalStateException("it failed"));
        assertThat(changes.poll()).isOne();

        route = exchange -> {};
        assertThat(changes.poll()).isOne();
        assertThat(changes.poll()).isZero();
    }

    /** What the failed run left half done has to be mended. */
    @Test
    void aListingThatIsWhatItWasBeforeAFailureIsToldAgain() throws Exception {
        ChangesConsumer changes = seen("s3://b");
        route = exchange -> exchange.setProperty(ObjectStoreConstants.AGAIN, "true");
        store.with("b", "short-lived", "4");
        assertThat(changes.poll()).isOne();

        route = exchange -> {};
        store.objects("b").remove("short-lived");
        assertThat(changes.poll()).isOne();
    }

    @Test
    void aListingThatFailsIsToldOnceAndAgainAfterOneThatWorked() throws Exception {
        ChangesConsumer changes = seen("s3://b");
        route = exchange -> exchange.setProperty(ObjectStoreConstants.AGAIN, "true");
        failListings(2, 3, 5);

        assertThat(changes.poll()).as("fails").isOne();
        assertThat(changes.poll()).as("fails still").isZero();
        assertThat(changes.poll()).as("works, and its run does not").isOne();
        assertThat(changes.poll()).as("fails anew").isOne();
        route = exchange -> {};
        assertThat(changes.poll()).as("works").isOne();
        assertThat(changes.poll()).isZero();
    }

    @Test
    void aListingThatLeadsInACircleIsAListingThatFails() throws Exception {
        ChangesConsumer changes = changes("round://b");

        assertThat(changes.poll()).isOne();
        assertThat(changes.poll()).isZero();
    }

    @Test
    void aMissingBucketIsAListingThatFails() throws Exception {
        ChangesConsumer changes = changes("s3://later");

        assertThat(changes.poll()).isOne();
        assertThat(changes.poll()).isZero();
        store.bucket("later");
        assertThat(changes.poll()).isOne();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"with blank/", "100%/", "%2F/", "a&delay=1/", "a)b/", "a+b/", "?x=#y/", "grüße-☃/", "//", ""})
    void aPrefixIsTakenAsItIs(String prefix) throws Exception {
        seen("s3://b/" + prefix);
        ChangesConsumer changes = changes("s3://b/" + prefix);

        changes.poll();

        assertThat(told).containsExactly(new ObjectLocation("s3", "b", prefix));
    }

    @ParameterizedTest
    @ValueSource(strings = {"b/prefix", "s3:/b", "s3://", "://b"})
    void aLocationThatIsNoneIsRefused(String location) {
        assertThatExceptionOfType(Exception.class)
                .isThrownBy(() -> changes(location))
                .havingRootCause()
                .withMessage("objectstore:changes: the option location is \"" + location
                        + "\"; write it as STORE://bucket[/prefix]");
    }

    @Test
    void aMissingLocationIsRefused() {
        assertThatExceptionOfType(Exception.class)
                .isThrownBy(() -> context.getEndpoint("objectstore:changes"))
                .havingRootCause()
                .withMessage(
                        "objectstore:changes needs a location; write ?location=STORE://bucket[/prefix] into its URI");
    }

    private void assertTold(ChangesConsumer changes, Runnable change) throws Exception {
        change.run();
        assertThat(changes.poll()).isOne();
        assertThat(changes.poll()).isZero();
    }

    private void failListings(Integer... numbers) {
        for (int number : numbers) {
            store.requests().fail(Operation.LIST, "b", number, new TransientStoreException("503"));
        }
    }

    /** A consumer that has told its first listing. */
    private ChangesConsumer seen(String location) throws Exception {
        ChangesConsumer changes = changes(location);
        assertThat(changes.poll()).isOne();
        told.clear();
        return changes;
    }

    /** A consumer that polls when the test says so: it is not started. */
    private ChangesConsumer changes(String location) throws Exception {
        Processor processor = exchange -> {
            told.add(exchange.getMessage().getHeader(ObjectStoreConstants.LOCATION));
            route.accept(exchange);
        };
        return (ChangesConsumer) context.getEndpoint("objectstore:changes?diff=false&location=RAW(" + location + ")")
                .createConsumer(processor);
    }
}
