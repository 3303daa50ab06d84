package org.multicloudmirror.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import java.time.Duration;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AttemptsTest {

    private static final Retry RETRY = new Retry(2, 3, Duration.ZERO, Duration.ofMinutes(2));

    private final StoreException slip = new TransientStoreException("500 Internal Server Error");
    private final StoreException throttled = new ThrottledException("429 Too Many Requests", Duration.ZERO);
    private long nanos = Long.MAX_VALUE - 1;
    private final Attempts attempts = new Attempts(RETRY, () -> nanos);

    static Stream<StoreException> outages() {
        return Stream.of(
                new OutageException("503 Service Unavailable"),
                new UnreachableException("connection refused", new ConnectException()));
    }

    @ParameterizedTest
    @MethodSource("outages")
    void anOutageCountsOnceItHasLastedTooLong(StoreException failure) {
        assertThat(IntStream.range(0, 100).allMatch(i -> attempts.isLeft(failure)))
                .isTrue();
        nanos += Duration.ofMinutes(2).toNanos() - 1;
        assertThat(attempts.isLeft(failure)).isTrue();

        nanos += 1;

        assertThat(attempts.isLeft(failure)).isTrue();
        assertThat(attempts.isLeft(failure)).isTrue();
        assertThat(attempts.isLeft(failure)).isFalse();
    }

    @ParameterizedTest
    @MethodSource("outages")
    void anotherAnswerEndsAnOutage(StoreException failure) {
        attempts.isLeft(failure);
        nanos += Duration.ofMinutes(2).toNanos();
        attempts.isLeft(slip);
        assertThat(attempts.isLeft(failure)).isTrue();
        assertThat(attempts.isLeft(slip)).isTrue();
        assertThat(attempts.isLeft(slip)).isFalse();
    }

    @ParameterizedTest
    @MethodSource("outages")
    void whoTriesOnceSitsOutNothing(StoreException failure) {
        Retry once = RETRY.withFailures(0).sittingOut(Duration.ofMinutes(2));

        assertThat(new Attempts(once, () -> nanos).isLeft(failure)).isFalse();
    }

    @Test
    void othersAreCounted() {
        assertThat(attempts.isLeft(slip)).isTrue();
        assertThat(attempts.isLeft(throttled)).isTrue();
        assertThat(attempts.isLeft(slip)).isTrue();
        assertThat(attempts.isLeft(throttled)).isTrue();
        assertThat(attempts.isLeft(throttled)).isTrue();
        assertThat(attempts.isLeft(throttled)).isFalse();
        assertThat(attempts.isLeft(slip)).isFalse();
        assertThat(new Attempts(RETRY, () -> nanos).isLeft(new StoreException("400 Bad Request")))
                .isFalse();
    }
}
