package org.multicloudmirror.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.multicloudmirror.testing.FakeRequests.Operation;
import org.multicloudmirror.testing.FakeStore;

class PageRetryTest {

    private static final Retry RETRY = new Retry(6, 20, Duration.ZERO);

    private final StoreException busy = new TransientStoreException("503 Service Unavailable");
    private final StoreException throttled = new ThrottledException("429 Too Many Requests", Duration.ZERO);

    private final FakeStore store = new FakeStore().with("b", "k", "text");
    private final PageRetry retry = new PageRetry(store, RETRY);

    @ParameterizedTest
    @CsvSource({"LIST, 6", "BUCKET_EXISTS, 4", "CREATE_BUCKET, 4"})
    void repeatsBucketRequests(Operation operation, int failures) {
        for (int number = 1; number <= failures; number++) {
            store.requests().fail(operation, "b", number, busy);
        }

        ask(operation);

        assertThat(store.requests().count(operation)).isEqualTo(failures + 1);
    }

    /** A page in which all listings of a run end must be worth a wait; an address that is wrong must be told soon. */
    @ParameterizedTest
    @CsvSource({"LIST, 7", "BUCKET_EXISTS, 5", "CREATE_BUCKET, 5"})
    void givesUpAfterSomeAttempts(Operation operation, int attempts) {
        store.requests().failAlways(operation, "b", busy);

        assertThatExceptionOfType(TransientStoreException.class)
                .isThrownBy(() -> ask(operation))
                .isSameAs(busy);
        assertThat(store.requests().count(operation)).isEqualTo(attempts);
    }

    @Test
    void countsThrottlingApart() {
        for (int number = 1; number <= 20; number++) {
            store.requests().fail(Operation.LIST, "b", number, throttled);
        }
        for (int number = 21; number <= 26; number++) {
            store.requests().fail(Operation.LIST, "b", number, busy);
        }

        ask(Operation.LIST);

        assertThat(store.requests().count(Operation.LIST)).isEqualTo(27);
    }

    @Test
    void givesUpOnAStoreThatThrottlesForEver() {
        store.requests().failAlways(Operation.LIST, "b", throttled);

        assertThatExceptionOfType(ThrottledException.class)
                .isThrownBy(() -> ask(Operation.LIST))
                .isSameAs(throttled);
        assertThat(store.requests().count(Operation.LIST)).isEqualTo(21);
    }

    @ParameterizedTest
    @EnumSource(
            value = Operation.class,
            names = {"HEAD", "GET", "PUT", "COPY", "UPDATE", "DELETE"})
    void neverRepeatsObjectRequest(Operation operation) {
        store.requests().fail(operation, "k", 1, throttled);

        assertThatExceptionOfType(TransientStoreException.class).isThrownBy(() -> ask(operation));
        assertThat(store.requests().count(operation)).isOne();
    }

    @Test
    void copiesOnTheServerWhatItsStoreCopies() {
        assertThat(retry.copiesFrom(retry)).isFalse();
        store.copiesOnServer(store);
        assertThat(retry.copiesFrom(new PageRetry(store, RETRY))).isTrue();
        assertThat(retry.copiesFrom(new FakeStore())).isFalse();
    }

    @Test
    void doesNotRepeatWhatWillNotSucceed() {
        store.requests().failAlways(Operation.LIST, "b", new AccessDeniedException("403"));

        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> ask(Operation.LIST));
        assertThat(store.requests().count(Operation.LIST)).isOne();
    }

    @Test
    void repeatsThePageThatFailedOnly() {
        store.with("b", "l", "").pageSizes(1);
        store.requests().fail(Operation.LIST, "b", 2, throttled);

        ListingPage first = retry.list("b", "", null);
        ListingPage second = retry.list("b", "", first.next());

        assertThat(first.entries()).extracting(ObjectEntry::key).containsExactly("k");
        assertThat(second.entries()).extracting(ObjectEntry::key).containsExactly("l");
        assertThat(store.requests().count(Operation.LIST)).isEqualTo(3);
    }

    @Test
    void stopsWaitingWhenItsThreadIsInterrupted() {
        PageRetry patient = new PageRetry(store, new Retry(6, 20, Duration.ofDays(1)));
        store.requests().failAlways(Operation.LIST, "b", throttled);
        Thread.currentThread().interrupt();

        assertThatExceptionOfType(TransientStoreException.class).isThrownBy(() -> patient.list("b", "", null));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(store.requests().count(Operation.LIST)).isOne();
    }

    @Test
    void deletesAgainWhatFailedForNow() {
        store.with("b", "l", "").with("b", "m", "");
        store.requests().fail(Operation.DELETE, "k", 1, busy);
        store.requests().fail(Operation.DELETE, "k", 2, throttled);
        store.requests().failAlways(Operation.DELETE, "l", new AccessDeniedException("403"));

        assertThat(retry.delete("b", List.of("k", "l", "m"))).containsOnlyKeys("l");
        assertThat(store.objects("b")).containsOnlyKeys("l");
        assertThat(store.requests().count(Operation.DELETE)).isEqualTo(5);
    }

    @Test
    void givesUpOnADeletionThatFailsForEver() {
        store.requests().failAlways(Operation.DELETE, "k", busy);

        assertThat(retry.delete("b", List.of("k"))).containsOnlyKeys("k").containsValue(busy);
        assertThat(store.requests().count(Operation.DELETE)).isEqualTo(7);
    }

    @Test
    void deletesAgainWhenTheWholeRequestFailed() {
        AtomicInteger requests = new AtomicInteger();
        PageRetry together = new PageRetry(
                new ForwardingStore(store) {
                    @Override
                    public Map<String, StoreException> delete(String bucket, List<String> keys) {
                        if (requests.incrementAndGet() < 4) {
                            throw busy;
                        }
                        return super.delete(bucket, keys);
                    }
                },
                new Retry(3, 0, Duration.ofMillis(1)));

        assertThat(together.delete("b", List.of("k"))).isEmpty();
        assertThat(store.objects("b")).isEmpty();
    }

    @Test
    void tellsTheLastFailureOfAllThatAreLeft() {
        TransientStoreException later = new TransientStoreException("503");
        AtomicInteger requests = new AtomicInteger();
        PageRetry together = new PageRetry(
                new ForwardingStore(store) {
                    @Override
                    public Map<String, StoreException> delete(String bucket, List<String> keys) {
                        if (requests.incrementAndGet() == 1) {
                            return Map.of("k", busy, "l", busy);
                        }
                        throw later;
                    }
                },
                new Retry(3, 0, Duration.ofMillis(1)));

        assertThat(together.delete("b", List.of("k", "l", "m")))
                .containsOnly(Map.entry("k", later), Map.entry("l", later));
        assertThat(requests).hasValue(4);
    }

    @Test
    void asksNoMoreOnceItsWaitIsOver() {
        store.requests().failAlways(Operation.LIST, "b", busy);

        assertThatExceptionOfType(TransientStoreException.class)
                .isThrownBy(() -> Waiting.until(() -> true, () -> retry.list("b", "", null)));
        assertThat(store.requests().count(Operation.LIST)).isOne();
    }

    @Test
    void closesTheStore() {
        retry.close();

        assertThat(store.isClosed()).isTrue();
    }

    private void ask(Operation operation) {
        switch (operation) {
            case LIST -> retry.list("b", "", null);
            case HEAD -> retry.head("b", "k");
            case GET -> retry.get("b", "k");
            case SLICE -> retry.get("b", "k", new Slice(0, 1, ETag.NONE));
            case PUT ->
                retry.put("b", "k", new Upload(ObjectMetadata.EMPTY, 0, ETag.NONE, InputStream.nullInputStream()));
            case COPY -> retry.copy(new ObjectLocation("fake", "b", "k"), retry.head("b", "k"), "b", "k");
            case UPDATE -> retry.update("b", "k", retry.head("b", "k"));
            case DELETE -> retry.delete("b", "k");
            case BUCKET_EXISTS -> retry.bucketExists("b");
            case CREATE_BUCKET -> retry.createBucket("b");
            case BEGIN, PART, COMPLETE, DISCARD -> throw new IllegalArgumentException("not of the store itself");
        }
    }
}
