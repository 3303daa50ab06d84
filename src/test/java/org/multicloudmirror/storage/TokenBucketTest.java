package org.multicloudmirror.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenBucketTest {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    private static final long MB = 1 << 20;

    @Test
    void beginsEmpty() {
        assertThat(new TokenBucket(100, 0).take(1, 0)).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 3, 100, 1024, 50 * MB, 2048 * MB})
    void letsThroughWhatTheRateSaysAndNoMore(long rate) {
        TokenBucket bucket = new TokenBucket(rate, 0);
        long taken = 0;
        long now = 0;
        while (now < 20 * SECOND) {
            long slice = bucket.take(Long.MAX_VALUE, now);
            taken += slice;
            now += slice == 0 ? bucket.untilNext(Long.MAX_VALUE) : 0;
        }
        assertThat(taken).isBetween(20 * rate - Math.max(1, rate / 16), 20 * rate);
    }

    @Test
    void keepsNoMoreThanAQuarterOfASecondBrings() {
        TokenBucket bucket = new TokenBucket(100, 0);
        assertThat(all(bucket, 3600 * SECOND)).isEqualTo(25);
        assertThat(bucket.untilNext(1)).isEqualTo(SECOND / 100);
    }

    @Test
    void aSliceIsSmallEnoughForManyToShare() {
        TokenBucket slow = new TokenBucket(64 * 1024, 0);
        assertThat(slow.take(MB, SECOND)).isEqualTo(1024);
        assertThat(slow.take(10, SECOND)).isEqualTo(10);
        TokenBucket fast = new TokenBucket(1024 * MB, 0);
        assertThat(fast.take(MB, SECOND)).isEqualTo(64 * 1024);
    }

    @Test
    void whatIsGivenBackCanBeTaken() {
        TokenBucket bucket = new TokenBucket(100, 0);
        all(bucket, SECOND);

        bucket.giveBack(3);

        assertThat(all(bucket, SECOND)).isEqualTo(3);
    }

    @Test
    void givingBackDoesNotOverfill() {
        TokenBucket bucket = new TokenBucket(100, 0);

        bucket.giveBack(1_000);

        assertThat(all(bucket, 0)).isEqualTo(25);
    }

    @Test
    void fillsAtItsNewRateFromTheChangeOn() {
        TokenBucket bucket = new TokenBucket(1000, 0);
        all(bucket, SECOND);

        bucket.refit(10, SECOND);

        assertThat(all(bucket, SECOND + SECOND / 10)).isEqualTo(1);
        assertThat(bucket.untilNext(1)).isEqualTo(SECOND / 10);
    }

    @Test
    void aLowerRateKeepsLess() {
        TokenBucket bucket = new TokenBucket(1000, 0);
        assertThat(bucket.take(1, SECOND)).isEqualTo(1);

        bucket.refit(8, SECOND);

        assertThat(all(bucket, SECOND)).isEqualTo(2);
    }

    private static long all(TokenBucket bucket, long now) {
        long taken = 0;
        for (long slice = bucket.take(1, now); slice > 0; slice = bucket.take(1, now)) {
            taken += slice;
        }
        return taken;
    }
}
