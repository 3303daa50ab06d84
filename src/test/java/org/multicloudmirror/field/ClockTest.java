package org.multicloudmirror.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.multicloudmirror.cloud.Call;
import org.multicloudmirror.cloud.Quirk;
import org.multicloudmirror.cloud.quirk.Skewed;

/** A clock that steps while many requests are under way. */
class ClockTest extends FieldTest {

    /** So many requests are under way when it steps. */
    private static final int WORKERS = 8;

    @ParameterizedTest
    @EnumSource(Way.class)
    void everyObjectIsCopied(Way way) {
        assertAllAreCopied(way, Duration.ofHours(2));
    }

    @ParameterizedTest
    @ValueSource(longs = {-7200, 86_400, -86_400})
    void howeverFarItIs(long seconds) {
        assertAllAreCopied(Way.TO_S3, Duration.ofSeconds(seconds));
    }

    private void assertAllAreCopied(Way way, Duration step) {
        for (int i = 0; i < 40; i++) {
            way.source(cloud).put("src", "k" + i, "x");
        }
        Skewed clock = new Skewed(Duration.ZERO);
        CountDownLatch underWay = new CountDownLatch(WORKERS);
        cloud.switchOn(new Quirk() {
            @Override
            public Call seen(Call call) {
                if (call.isS3() && call.isObject() && underWay.getCount() > 0) {
                    underWay.countDown();
                    awaitAll(underWay);
                    clock.ahead().set(step);
                }
                return call;
            }
        });
        cloud.switchOn(clock);

        FieldResult result = mirror(way, "--process=" + WORKERS);

        assertThat(result.exit()).as(result.told()).isZero();
        assertThat(result.keys("copied")).hasSize(40);
    }

    private static void awaitAll(CountDownLatch underWay) {
        try {
            assertThat(underWay.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
