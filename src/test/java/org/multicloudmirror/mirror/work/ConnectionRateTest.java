package org.multicloudmirror.mirror.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ConnectionRateTest {

    private static final long MIB = 1 << 20;

    private final ConnectionRate rate = new ConnectionRate();

    @Test
    void takesAFastNetworkForGrantedUntilItIsMeasured() {
        assertThat(rate.expected(1000 * MIB)).isEqualTo(Duration.ofSeconds(20));
    }

    @Test
    void comesCloserToWhatIsMeasuredEachTime() {
        for (int i = 0; i < 30; i++) {
            rate.add(8 * MIB, Duration.ofSeconds(4));
        }

        assertThat(rate.expected(64 * MIB)).isBetween(Duration.ofSeconds(31), Duration.ofSeconds(32));
    }

    @Test
    void oneMeasurementDoesNotDecide() {
        rate.add(8 * MIB, Duration.ofSeconds(100));

        assertThat(rate.expected(75 * MIB)).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(3));
    }

    @Test
    void bearsAClockThatHasNotMoved() {
        rate.add(1, Duration.ZERO);

        assertThat(rate.expected(MIB)).isPositive();
    }
}
