package org.multicloudmirror.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ClockStepsTest {

    private static final Duration HOUR = Duration.ofHours(1);

    private Instant clock = Instant.parse("2026-11-30T12:00:00Z");
    private long nanos;
    private final ClockSteps steps = new ClockSteps(() -> clock, () -> nanos);

    @Test
    void noticesAClockThatIsPutBackOnce() {
        pass(Duration.ofSeconds(1));
        clock = clock.minus(HOUR);

        assertThat(steps.back()).contains(HOUR);
        assertThat(steps.back()).isEmpty();
    }

    @Test
    void leavesWhatIsShort() {
        clock = clock.minus(ClockSteps.SMALLEST).plusNanos(1);

        assertThat(steps.back()).isEmpty();
    }

    @Test
    void addsUpShortSteps() {
        for (int step = 0; step < 2; step++) {
            assertThat(steps.back()).isEmpty();
            clock = clock.minus(ClockSteps.SMALLEST.dividedBy(2));
        }

        assertThat(steps.back()).contains(ClockSteps.SMALLEST);
    }

    @Test
    void leavesAClockThatIsPutForwardAndNoticesItsWayBack() {
        pass(HOUR);
        clock = clock.plus(HOUR);
        assertThat(steps.back()).isEmpty();

        clock = clock.minus(HOUR);
        assertThat(steps.back()).contains(HOUR);
    }

    private void pass(Duration time) {
        clock = clock.plus(time);
        nanos += time.toNanos();
    }
}
