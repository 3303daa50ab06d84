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

class PaceTest {

    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    @Test
    void halvesForEachRoundOfThrottledRequests() {
        Pace pace = new Pace(16);
        try (PaceWatch watch = pace.watch()) {
            long first = pace.begin();
            long together = pace.begin();
            pace.throttled(first, Duration.ZERO);
            pace.throttled(together, Duration.ZERO);
            assertThat(watch.lowest()).isEqualTo(8);
            pace.end();
            pace.end();
            pace.throttled(pace.begin(), Duration.ZERO);
            assertThat(watch.lowest()).isEqualTo(4);
            assertThat(watch.throttled()).isEqualTo(3);
            assertThat(watch.most()).isEqualTo(16);
        }
    }

    @Test
    void isNeverLessThanOne() {
        Pace pace = new Pace(2);
        try (PaceWatch watch = pace.watch()) {
            for (int request = 0; request < 5; request++) {
                pace.throttled(pace.begin(), Duration.ZERO);
                pace.end();
            }
            assertThat(watch.lowest()).isEqualTo(1);
        }
    }

    @Test
    void letsOneMoreInAfterEachRoundThatPassed() {
        Pace pace = new Pace(4);
        pace.throttled(pace.begin(), Duration.ZERO);
        assertThat(pace.limit()).isEqualTo(2);

        pace.passed();
        assertThat(pace.limit()).isEqualTo(2);
        pace.passed();
        assertThat(pace.limit()).isEqualTo(3);
        for (int request = 0; request < 20; request++) {
            pace.passed();
        }
        assertThat(pace.limit()).isEqualTo(4);
    }

    @Test
    void letsGoOfWhoWaitsNoLonger() {
        Pace pace = new Pace(1);
        pace.throttled(pace.begin(), Duration.ofDays(1));

        assertThatThrownBy(() -> Waiting.until(() -> true, pace::begin)).isInstanceOf(TransientStoreException.class);
    }

    @Test
    void theNextOneBeginsWhenOneEnds() throws Exception {
        Pace pace = new Pace(1);
        pace.begin();
        CompletableFuture<Long> waiting = CompletableFuture.supplyAsync(pace::begin, threads);
        assertThat(waiting).isNotDone();

        pace.end();

        assertThat(waiting.get(10, TimeUnit.SECONDS)).isEqualTo(2);
    }

    @Test
    void waitsAsLongAsTheStoreAsks() {
        Pace pace = new Pace(4);
        pace.throttled(pace.begin(), Duration.ofMillis(300));
        pace.end();
        long begun = System.nanoTime();

        pace.begin();

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(Duration.ofMillis(250));
    }

    @Test
    void whoWaitsFailsWhenItIsClosed() {
        Pace pace = new Pace(1);
        pace.begin();
        CompletableFuture<Long> waiting = CompletableFuture.supplyAsync(pace::begin, threads);

        pace.close();

        assertThatThrownBy(waiting::get)
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOf(TransientStoreException.class)
                .hasMessage("the store was closed while it asked for patience");
    }

    @Test
    void aWatchThatIsClosedSeesNoMore() {
        Pace pace = new Pace(8);
        PaceWatch watch = pace.watch();
        watch.close();
        pace.throttled(pace.begin(), Duration.ZERO);
        assertThat(watch.throttled()).isZero();
    }
}
