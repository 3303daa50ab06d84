package org.multicloudmirror.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WaitingTest {

    @Test
    void lastsAsLongAsItIsToWhereNothingEndsIt() {
        assertThat(Waiting.lasts(Duration.ofMillis(1))).isTrue();
        assertThat(Waiting.isOver()).isFalse();
    }

    @Test
    void endsWhileItLasts() {
        AtomicInteger looks = new AtomicInteger();

        assertThat(Waiting.<Boolean>until(() -> looks.incrementAndGet() == 3, () -> Waiting.lasts(Duration.ofDays(1))))
                .isFalse();
        assertThat(looks).hasValue(3);
    }

    @Test
    void endsAtAnInterruptWhichStays() {
        Thread.currentThread().interrupt();

        assertThat(Waiting.lasts(Duration.ofDays(1))).isFalse();
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void whatWasToldBeforeHoldsMeanwhileAndAfterwards() {
        Waiting.until(() -> true, () -> {
            assertThat(Waiting.<Boolean>until(() -> false, Waiting::isOver)).isTrue();
            assertThatThrownBy(() -> Waiting.until(() -> false, () -> {
                        throw new IllegalStateException();
                    }))
                    .isInstanceOf(IllegalStateException.class);
            assertThat(Waiting.isOver()).isTrue();
            return "";
        });
        assertThat(Waiting.isOver()).isFalse();
    }

    @Test
    void isToldForOneThreadOnly() throws InterruptedException {
        CountDownLatch other = new CountDownLatch(1);
        Waiting.until(() -> true, () -> {
            new Thread(() -> {
                        if (!Waiting.isOver()) {
                            other.countDown();
                        }
                    })
                    .start();
            return "";
        });
        other.await();
    }
}
