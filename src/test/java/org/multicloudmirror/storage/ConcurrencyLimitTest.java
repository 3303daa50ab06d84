package org.multicloudmirror.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConcurrencyLimitTest {

    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    @Test
    void halvesForEachRoundOfThrottledRequests() {
        ConcurrencyLimit concurrency = new ConcurrencyLimit(16);
        try (ConcurrencyWatch watch = concurrency.watch()) {
            long first = concurrency.begin();
            long together = concurrency.begin();
            concurrency.throttled(first, Duration.ZERO);
            concurrency.throttled(together, Duration.ZERO);
            assertThat(watch.lowest()).isEqualTo(8);
            concurrency.end();
            concurrency.end();
            concurrency.throttled(concurrency.begin(), Duration.ZERO);
            assertThat(watch.lowest()).isEqualTo(4);
            assertThat(watch.throttled()).isEqualTo(3);
            assertThat(watch.most()).isEqualTo(16);
        }
    }

    @Test
    void isNeverLessThanOne() {
        ConcurrencyLimit concurrency = new ConcurrencyLimit(2);
        try (ConcurrencyWatch watch = concurrency.watch()) {
            for (int request = 0; request < 5; request++) {
                concurrency.throttled(concurrency.begin(), Duration.ZERO);
                concurrency.end();
            }
            assertThat(watch.lowest()).isEqualTo(1);
        }
    }

    @Test
    void letsOneMoreInAfterEachRoundThatPassed() {
        ConcurrencyLimit concurrency = new ConcurrencyLimit(4);
        concurrency.throttled(concurrency.begin(), Duration.ZERO);
        assertThat(concurrency.limit()).isEqualTo(2);

        concurrency.passed();
        assertThat(concurrency.limit()).isEqualTo(2);
        concurrency.passed();
        assertThat(concurrency.limit()).isEqualTo(3);
        for (int request = 0; request < 20; request++) {
            concurrency.passed();
        }
        assertThat(concurrency.limit()).isEqualTo(4);
    }

    @Test
    void letsGoOfWhoWaitsNoLonger() {
        ConcurrencyLimit concurrency = new ConcurrencyLimit(1);
        concurrency.throttled(concurrency.begin(), Duration.ofDays(1));

        assertThatThrownBy(() -> Waiting.until(() -> true, concurrency::begin))
                .isInstanceOf(TransientStoreException.class);
    }

    @Test
    void theNextOneBeginsWhenOneEnds() throws Exception {
        ConcurrencyLimit concurrency = new ConcurrencyLimit(1);
        concurrency.begin();
        CompletableFuture<Long> waiting = CompletableFuture.supplyAsync(concurrency::begin, threads);
        assertThat(waiting).isNotDone();

        concurrency.end();

        assertThat(waiting.get(10, TimeUnit.SECONDS)).isEqualTo(2);
    }

    @Test
    void waitsAsLongAsTheStoreAsks() {
        ConcurrencyLimit concurrency = new ConcurrencyLimit(4);
        concurrency.throttled(concurrency.begin(), Duration.ofMillis(300));
        concurrency.end();
        long begun = System.nanoTime();

        concurrency.begin();

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(Duration.ofMillis(250));
    }

    @Test
    void whoWaitsFailsWhenItIsClosed() {
        ConcurrencyLimit concurrency = new ConcurrencyLimit(1);
        concurrency.begin();
        CompletableFuture<Long> waiting = CompletableFuture.supplyAsync(concurrency::begin, threads);

        concurrency.close();

        assertThatThrownBy(waiting::get)
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOf(TransientStoreException.class)
                .hasMessage("the store was closed while it asked for patience");
    }

    @Test
    void aWatchThatIsClosedSeesNoMore() {
        ConcurrencyLimit concurrency = new ConcurrencyLimit(8);
        ConcurrencyWatch watch = concurrency.watch();
        watch.close();
        concurrency.throttled(concurrency.begin(), Duration.ZERO);
        assertThat(watch.throttled()).isZero();
    }
}
