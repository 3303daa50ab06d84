package org.multicloudmirror.component;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PollBackOffTest {

    @Test
    void leavesOutMoreAndMorePollsUntilAnHour() {
        assertThat(pausesOf(Duration.ofSeconds(30), 10)).containsExactly(1, 1, 1, 2, 4, 8, 16, 32, 32, 32);
        assertThat(pausesOf(Duration.ofMinutes(15), 7)).containsExactly(1, 1, 1, 2, 4, 4, 4);
        assertThat(pausesOf(Duration.ofHours(4), 3)).containsExactly(1, 1, 1);
    }

    @Test
    void beginsAnewAfterARunThatEndedWell() {
        PollBackOff backOff = new PollBackOff(Duration.ofSeconds(1));
        for (int i = 0; i < 6; i++) {
            backOff.ended(false);
        }
        backOff.ended(true);
        assertThat(backOff.skips()).isFalse();
        backOff.ended(false);
        assertThat(backOff.skips()).isFalse();
    }

    /** After how many polls each run is repeated that does not end well. */
    private static List<Integer> pausesOf(Duration pause, int runs) {
        PollBackOff backOff = new PollBackOff(pause);
        List<Integer> pauses = new ArrayList<>();
        for (int run = 0; run < runs; run++) {
            backOff.ended(false);
            int polls = 1;
            while (backOff.skips()) {
                polls++;
            }
            pauses.add(polls);
        }
        return pauses;
    }
}
