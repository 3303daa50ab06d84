package org.multicloudmirror.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RateLimiterTest {

    private final RateLimiter slow = new RateLimiter(1);

    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    @Test
    void withoutALimitAllIsHadAtOnce() throws IOException {
        RateLimiter free = new RateLimiter(0);

        assertThat(free.isLimited()).isFalse();
        assertThat(free.take(Long.MAX_VALUE)).isEqualTo(Long.MAX_VALUE);
        assertThat(free.waited()).isZero();
    }

    @Test
    void countsHowLongIsWaited() throws IOException {
        RateLimiter quick = new RateLimiter(1000);

        assertThat(quick.take(1)).isEqualTo(1);

        assertThat(quick.waited()).isPositive();
    }

    @Test
    void liftingTheLimitReleasesAllWhoWait() throws Exception {
        Future<Long> first = threads.submit(waiting());
        Future<Long> second = threads.submit(waiting());

        slow.change(0);

        assertThat(first.get(10, TimeUnit.SECONDS)).isEqualTo(1000);
        assertThat(second.get(10, TimeUnit.SECONDS)).isEqualTo(1000);
        assertThat(slow.perSecond()).isZero();
    }

    @Test
    void aHigherLimitHoldsForThoseWhoWaitAlready() throws Exception {
        Future<Long> first = threads.submit(waiting());

        slow.change(1_000_000);

        assertThat(first.get(10, TimeUnit.SECONDS)).isEqualTo(1000);
        assertThat(slow.isLimited()).isTrue();
    }

    @Test
    void whoWaitsFailsWhenItIsClosed() {
        List<Future<Long>> all = List.of(threads.submit(waiting()), threads.submit(waiting()));

        slow.close();

        for (Future<Long> each : all) {
            assertThatThrownBy(() -> each.get(10, TimeUnit.SECONDS))
                    .isInstanceOf(ExecutionException.class)
                    .cause()
                    .isInstanceOf(IOException.class)
                    .hasMessage("the store was closed while a limit held it back");
        }
    }

    @Test
    void whoIsInterruptedFails() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> slow.take(1)).isInstanceOf(InterruptedIOException.class);

        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void withoutALimitWhatIsGivenBackIsForgotten() throws IOException {
        RateLimiter free = new RateLimiter(0);
        free.giveBack(5);
        free.change(1);
        free.close();

        assertThatThrownBy(() -> free.take(1)).isInstanceOf(IOException.class);
    }

    /** Waits until it gets more at a time than one a second allows. */
    private Callable<Long> waiting() {
        return () -> {
            long taken = slow.take(1000);
            while (taken == 1) {
                taken = slow.take(1000);
            }
            return taken;
        };
    }
}
